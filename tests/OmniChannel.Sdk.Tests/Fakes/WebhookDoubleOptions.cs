using OmniChannel.Webhooks;

namespace OmniChannel.Fakes;

/// <summary>What a <see cref="WebhookDouble"/> says of itself and how it reads a body.</summary>
internal sealed class WebhookDoubleOptions
{
    public ChannelCapabilities Capabilities { get; set; } = TestDesk.PhoneCapabilities;

    public Func<WebhookRequest, IReadOnlyList<ChannelEvent>> Parse { get; set; } = _ => [];

    /// <summary>Called before an answer is written; may throw.</summary>
    public Action OnRespond { get; set; } = () => { };

    public Func<OutboundMessage, SendResult> OnSend { get; set; } = _ => SendResult.Sent();

    public Func<OutboundMessage, string?> IdOf { get; set; } = _ => null;

    public List<CallCommand> Controlled { get; } = [];

    /// <summary>The test's own instance, which the account listens to.</summary>
    public WebhookDoubleOptions Script { get => field ?? this; set; }
}
