using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.AgentDesk;

/// <summary>A host that maps the desk and nothing else.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DeskHost(WebApplication app)
    {
        _app = app;
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    public static async Task<DeskHost> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthentication(HeaderSignIn.Scheme).AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(HeaderSignIn.Scheme, null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("agents", policy => policy.RequireAuthenticatedUser());
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
