using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniChannel.Channels.Email;
using OmniChannel.Channels.Email.Smtp;
using OmniChannel.Routing;

namespace OmniChannel.EndToEnd.Story;

/// <summary>The shop: the real adapters on SQLite behind Kestrel on loopback. It can be stopped and started again on the same data and port.</summary>
internal sealed class ShopHost(Uri url, string database, EmulatorHost providers) : IAsyncDisposable
{
    private WebApplication? _app;

    public Uri Url => url;

    public HttpClient Http { get; } = new() { BaseAddress = url, Timeout = TestTimeouts.Default };

    public IOmniChannel Omni => _app!.Services.GetRequiredService<IOmniChannel>();

    public IOmniChannelAccounts Accounts => _app!.Services.GetRequiredService<IOmniChannelAccounts>();

    /// <summary>A free port of loopback.</summary>
    public static Uri FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url.ToString());
        builder.Services.AddOmniChannel(configure: o => (o.PublicBaseUrl, o.Locale) = (url, "en"))
            .UseSqliteStorage("Data Source=" + database)
            .AddWebChatChannel("shop", o => o.SigningKeys.Add("a-signing-key-of-the-tests-32-characters-long"))
            .AddTwilioSmsChannel("main", o => (o.AccountSid, o.AuthTokens, o.From, o.BaseUrl) = (EmulatorHost.Sid, [EmulatorHost.Token], EmulatorHost.ShopNumber, providers.Emulator.ApiUrl))
            .AddTwilioVoiceChannel("main", o => (o.AccountSid, o.AuthTokens, o.BaseUrl) = (EmulatorHost.Sid, [EmulatorHost.Token], providers.Emulator.ApiUrl))
            .AddEmailChannel("support", Email)
            .AddQueue("general", q => q.RequireSkill("sneakers"))
            .AddBot("front-desk", StoryTree.Tree).RouteInbound(r => r.Default("front-desk", "general"))
            .AddCustomerSource<StoryMembers>()
            .AddHttp();
        _app = builder.Build();
        _app.MapOmniChannel();
        await _app.StartAsync();
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task SettleAsync() => await Accounts.WhenIdleAsync(CancellationToken.None).WaitAsync(TestTimeouts.Default);

    public Task SignInAsync(string agent, string phone) => Omni.Agents.SignInAsync(
        new() { Id = new(agent), DisplayName = agent, Skills = [new() { Skill = "sneakers" }], Phone = new(phone), Capacity = 6 });

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Http.Dispose();
    }

    private async Task StopAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    private void Email(EmailOptions o)
    {
        o.From = EmulatorHost.ShopMail;
        (o.Inbound, o.Outbound) = (EmailGateway.Postmark, EmailOutbound.Smtp);
        o.WebhookCredentials = ["emulator:" + EmulatorHost.Token];
        (o.SmtpHost, o.SmtpPort, o.SmtpSecurity) = (providers.Emulator.SmtpHost, providers.Emulator.SmtpPort, SmtpSecurity.None);
    }
}
