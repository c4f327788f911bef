using Microsoft.Extensions.Options;
using OmniChannel.Channels.Email;
using OmniChannel.Channels.Email.Smtp;
using OmniChannel.Channels.Twilio;
using OmniChannel.Channels.WebChat;
using OmniChannel.Emulator;

namespace OmniRetail;

/// <summary>
/// Points every channel without credentials of its own at the emulator: the adapters make their real calls to loopback and get real signed
/// webhooks. A channel with credentials in the configuration talks to its real provider.
/// </summary>
internal static class EmulatedProviders
{
    private const string Sid = "AC00000000000000000000000000000001";
    private const string Token = "emulator-auth-token-only-for-loopback";
    private const string ShopNumber = "+81312345678";
    private const string ShopMail = "support@sneakers.example";

    public static void AddEmulatedProviders(this IServiceCollection services)
    {
        services.AddOmniEmulator(o =>
        {
            var account = new EmulatorAccount { Sid = Sid, AuthToken = Token };
            account.Numbers.Add(new() { Number = ShopNumber });
            o.Accounts.Add(account);
            o.AgentPhones.Add(new() { Target = Storefront.AokiPhone, Name = "Aoki" });
            o.AgentPhones.Add(new() { Target = Storefront.BakerPhone, Name = "Baker" });
            o.Inboxes.Add(new() { Address = ShopMail, UserName = "emulator", Password = Token });
        });
        services.AddSingleton<IPostConfigureOptions<TwilioSmsOptions>>(s => new PostConfigureOptions<TwilioSmsOptions>(null, o => Twilio(s, o, () => o.From = ShopNumber)));
        services.AddSingleton<IPostConfigureOptions<TwilioVoiceOptions>>(s => new PostConfigureOptions<TwilioVoiceOptions>(null, o => Twilio(s, o, () => { })));
        services.AddSingleton<IPostConfigureOptions<EmailOptions>>(s => new PostConfigureOptions<EmailOptions>(null, o => Email(s, o)));
        services.AddSingleton<IPostConfigureOptions<WebChatOptions>>(_ => new PostConfigureOptions<WebChatOptions>(null, WebChat));
    }

    private static void Twilio(IServiceProvider services, TwilioAccountOptions options, Action rest)
    {
        if (options.AccountSid.Length == 0)
        {
            options.AccountSid = Sid;
            options.AuthTokens = [Token];
            options.BaseUrl = services.GetRequiredService<OmniEmulator>().ApiUrl;
            rest();
        }
    }

    private static void Email(IServiceProvider services, EmailOptions options)
    {
        if (options.From.Length == 0)
        {
            var emulator = services.GetRequiredService<OmniEmulator>();
            options.From = ShopMail;
            options.FromName = "STRIDE";
            (options.Inbound, options.Outbound) = (EmailGateway.Postmark, EmailOutbound.Smtp);
            options.WebhookCredentials = ["emulator:" + Token];
            (options.SmtpHost, options.SmtpPort, options.SmtpSecurity) = (emulator.SmtpHost, emulator.SmtpPort, SmtpSecurity.None);
        }
    }

    private static void WebChat(WebChatOptions options)
    {
        if (options.SigningKeys.Count == 0)
        {
            options.SigningKeys.Add(Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)));
        }
    }
}
