using System.Net;
using Microsoft.AspNetCore.Builder;

namespace OmniChannel.AgentDesk;

public sealed class MapOmniAgentDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files => [.. DeskAssets.All.Keys.Where(name => name != DeskAssets.Page).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Page_Asked_NamesItsFilesAndTheApi()
    {
        await using var host = await DeskHost.StartAsync(app => app.MapOmniAgentDesk("/desk"));

        using var answer = await host.Client.GetAsync("/desk?agent=a", Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("src=\"/desk/page.js\"", page, StringComparison.Ordinal);
        Assert.Contains("base=\"/omni/agent\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_BelowAPathBase_KeepsItInAddresses()
    {
        await using var host = await DeskHost.StartAsync(app =>
        {
            app.UsePathBase("/shop");
            app.UseRouting();
            app.MapOmniAgentDesk("/team/desk", "/api/agents");
        });

        var page = await host.Client.GetStringAsync("/shop/team/desk", Cancellation);

        Assert.Contains("src=\"/shop/team/desk/page.js\"", page, StringComparison.Ordinal);
        Assert.Contains("base=\"/shop/api/agents\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Asked_AllowsNothingInlineOrFromElsewhere()
    {
        await using var host = await DeskHost.StartAsync(app => app.MapOmniAgentDesk());

        using var answer = await host.Client.GetAsync("/desk", Cancellation);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task Page_WhereTheHostHasAPolicy_KeepsTheHosts()
    {
        await using var host = await DeskHost.StartAsync(app =>
        {
            app.Use((context, next) =>
            {
                context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
                return next(context);
            });
            app.MapOmniAgentDesk();
        });

        using var answer = await host.Client.GetAsync("/desk", Cancellation);

        Assert.Equal("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_Asked_ComesWithTypeAndTag(string name)
    {
        await using var host = await DeskHost.StartAsync(app => app.MapOmniAgentDesk());

        using var answer = await host.Client.GetAsync($"/desk/{name}", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var type = Path.GetExtension(name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "image/svg+xml",
        };
        Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.NotNull(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/omni-agent-desk.js")]
    public async Task File_TheBrowserHas_IsNotSentAgain(string path)
    {
        await using var host = await DeskHost.StartAsync(app => app.MapOmniAgentDesk());
        using var first = await host.Client.GetAsync(path, Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client.SendAsync(again, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/desk/desk.html")]
    [InlineData("/desk/nothing.js")]
    [InlineData("/desk/../appsettings.json")]
    public async Task File_ThatIsNotOfTheDesk_IsNotFound(string path)
    {
        await using var host = await DeskHost.StartAsync(app => app.MapOmniAgentDesk());

        using var answer = await host.Client.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/omni-agent-desk.js")]
    [InlineData("/desk/layout.css")]
    public async Task Desk_RequiringAuthorization_IsForThosePeopleOnly(string path)
    {
        await using var host = await DeskHost.StartAsync(app => app.MapOmniAgentDesk("/desk").RequireAuthorization("agents"));
        using var known = new HttpRequestMessage(HttpMethod.Get, path);
        known.Headers.Add("X-Agent", "agent-a");

        using var refused = await host.Client.GetAsync(path, Cancellation);
        using var allowed = await host.Client.SendAsync(known, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task Head_OfThePage_HasNoBody()
    {
        await using var host = await DeskHost.StartAsync(app => app.MapOmniAgentDesk());
        using var request = new HttpRequestMessage(HttpMethod.Head, "/desk");

        using var answer = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task AgentApi_ThatIsNoPath_IsRefused()
    {
        await using var host = await DeskHost.StartAsync(app =>
            Assert.Throws<ArgumentException>(() => app.MapOmniAgentDesk("/desk", "omni/agent")));

        using var answer = await host.Client.GetAsync("/desk", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
