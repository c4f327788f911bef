using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniChannel.Emulator;

namespace OmniChannel.EndToEnd.Story;

/// <summary>The provider's side in a host of its own, so that the shop can restart under it.</summary>
internal sealed class EmulatorHost : IAsyncDisposable
{
    public const string Sid = "AC00000000000000000000000000000009";
    public const string Token = "a-token-for-loopback-tests";
    public const string ShopNumber = "+81312345678";
    public const string ShopMail = "support@shop.example";
    private readonly IHost _host;

    private EmulatorHost(IHost host) => (_host, Emulator) = (host, host.Services.GetRequiredService<OmniEmulator>());

    public OmniEmulator Emulator { get; }

    public static async Task<EmulatorHost> StartAsync(Uri shop)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development", DisableDefaults = true });
        builder.Services.AddOmniEmulator(o =>
        {
            o.PublicBaseUrl = shop;
            o.Pace.MessageStep = TimeSpan.Zero;
            o.Pace.CharactersPerSecond = 0;
            o.Pace.AgentAnswer = TimeSpan.FromMilliseconds(50);
            o.Pace.WebhookRetry = TimeSpan.FromMilliseconds(100);
            o.Pace.ShuffleWindow = TimeSpan.FromMilliseconds(150);
            o.Pace.InputGap = TimeSpan.FromMilliseconds(50);
            o.Pace.PauseFactor = 0.05;
            var account = new EmulatorAccount { Sid = Sid, AuthToken = Token };
            account.Numbers.Add(new() { Number = ShopNumber, SmsWebhook = new("/omni/channels/sms/main#rc=5&rp=all", UriKind.Relative), VoiceWebhook = new("/omni/channels/voice/main#rc=5&rp=all", UriKind.Relative) });
            o.Accounts.Add(account);
            o.Inboxes.Add(new() { Address = ShopMail, UserName = "emulator", Password = Token });
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
