using OmniChannel;
using OmniChannel.Emulator;
using OmniChannel.Emulator.State;
using OmniChannel.Identity;

namespace Snippets;

/// <summary>The registrations that the READMEs of the packages show.</summary>
internal static class PackageReadmes
{
    public static void Engine(WebApplicationBuilder builder)
    {
        builder.Services.AddOmniChannel(builder.Configuration.GetSection("OmniChannel"))
            .UseInMemoryStorage()
            .AddQueue("general");
    }

    public static void Sqlite(WebApplicationBuilder builder)
    {
        builder.Services.AddOmniChannel(builder.Configuration.GetSection("OmniChannel"))
            .UseSqliteStorage("Data Source=omni.db");
    }

    public static void Email(WebApplicationBuilder builder)
    {
        builder.Services.AddOmniChannel(builder.Configuration.GetSection("OmniChannel")).AddEmailChannel("support");
    }

    public static void Twilio(WebApplicationBuilder builder)
    {
        builder.Services.AddOmniChannel(builder.Configuration.GetSection("OmniChannel"))
            .AddTwilioSmsChannel("main")
            .AddTwilioVoiceChannel("main");
    }

    public static void WebChat(WebApplicationBuilder builder)
    {
        builder.Services.AddOmniChannel(builder.Configuration.GetSection("OmniChannel"))
            .AddWebChatChannel("shop", o => o.IdentifyVisitor = user =>
                user.FindFirst("sub") is { } s ? Identifier.Login(s.Value) : null);
    }

    public static async Task EmulatorAsync(WebApplicationBuilder builder)
    {
        builder.Services.AddOmniEmulator(o =>
        {
            o.ApiPort = 5081;                       // 0 takes any free port: see OmniEmulator.ApiUrl
            o.SmtpPort = 5025;                      // likewise OmniEmulator.SmtpPort
            o.Accounts.Add(new() { Sid = "AC00000000000000000000000000000000", AuthToken = "dev-token", Numbers = { new() { Number = "+81312345678" } } });
            o.Inboxes.Add(new() { Address = "help@shop.example", UserName = "postmark", Password = "dev-password" });
        });
        var app = builder.Build();
        app.MapOmniEmulator("/omni/dev");           // throws outside Development

        var emulator = app.Services.GetRequiredService<OmniEmulator>();
        await emulator.SendSmsAsync("+819012345678", "Hello");
        var answer = await emulator.WaitForSmsAsync("+819012345678");
        await emulator.SetSwitchesAsync(new() { Sms = EmulatedOutage.Unavailable, Duplicates = true });
        await emulator.WhenQuietAsync();
        Console.WriteLine(answer);
    }
}
