using OmniChannel.Channels.Email.Tests.Fakes;

namespace OmniChannel.Channels.Email.Tests.Inbound;

/// <summary>Shortcuts from a raw mail to its one event.</summary>
internal static class MailParsing
{
    public static IReadOnlyList<ChannelEvent> Events(WebhookRequest request, EmailGateway gateway, Action<EmailOptions>? configure = null) =>
        Sample.Channel.Parse(request, Sample.Account(gateway, configure));

    public static MessageReceived Proved(string raw) => Message(Sample.SendGridRaw(raw, dkim: "{@x.example : pass}"));

    public static MessageReceived Claimed(string raw) => Message(Sample.SendGridRaw(raw));

    public static MessageReceived Message(WebhookRequest request, EmailGateway gateway = EmailGateway.SendGrid, Action<EmailOptions>? configure = null) =>
        Assert.IsType<MessageReceived>(Assert.Single(Events(request, gateway, configure)));
}
