using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OmniChannel.CrashHost;

/// <summary>A minimal shop: Twilio SMS on SQLite, one queue, and a handler that answers every message once.</summary>
internal static class CrashShop
{
    public const string Sid = "AC00000000000000000000000000000007";
    public const string Token = "a-token-for-kill-tests";
    public const string Number = "+81312345678";

    /// <summary>The shop on a database, an address of loopback, and the address of what plays the provider.</summary>
    public static async Task<WebApplication> StartAsync(string database, Uri url, Uri provider)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url.ToString());
        builder.Services.AddOmniChannel(configure: o => (o.PublicBaseUrl, o.Locale) = (url, "en"))
            .UseSqliteStorage("Data Source=" + database)
            .AddTwilioSmsChannel("main", o => (o.AccountSid, o.AuthTokens, o.From, o.BaseUrl) = (Sid, [Token], Number, provider))
            .AddQueue("general")
            .AddEventHandler<ReplyOnce>("reply-once")
            .AddHttp();
        var app = builder.Build();
        app.MapOmniChannel();
        await app.StartAsync();
        return app;
    }
}
