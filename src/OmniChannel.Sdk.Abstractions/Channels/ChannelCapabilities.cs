namespace OmniChannel.Channels;

/// <summary>What a channel account can do, as data. The engine and the planner read this; nothing is assumed from a channel's name.</summary>
public sealed record ChannelCapabilities
{
    /// <summary>How people use it.</summary>
    public ChannelMedium Medium { get; init; } = ChannelMedium.AsyncText;

    /// <summary>The name shown to people, in English, such as <c>SMS</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Text limit; null when the channel carries no text.</summary>
    public TextLimit? Text { get; init; }

    /// <summary>Native closed questions; null for none (they become numbered lines).</summary>
    public ChoiceLimit? Choice { get; init; }

    /// <summary>Native lists; null for none.</summary>
    public ChoiceLimit? List { get; init; }

    /// <summary>Native cards and carousels: the most cards in one message; 0 for none.</summary>
    public int MaxCards { get; init; }

    /// <summary>Native media; null for none (they become links).</summary>
    public MediaLimit? Media { get; init; }

    /// <summary>Provider-approved templates.</summary>
    public bool Templates { get; init; }

    /// <summary>Places as such (else a map link).</summary>
    public bool Locations { get; init; }

    /// <summary>Contact cards as such (else text).</summary>
    public bool Contacts { get; init; }

    /// <summary>Subject lines and threads by message id, as e-mail has.</summary>
    public bool Threads { get; init; }

    /// <summary>Contents that one provider call carries, at least 1.</summary>
    public int PartsPerCall { get; init; } = 1;

    /// <summary>How messages leave.</summary>
    public DeliveryMode Delivery { get; init; } = DeliveryMode.Call;

    /// <summary>How long the provider waits for a webhook's answer.</summary>
    /// <value>Default 15 s.</value>
    public TimeSpan WebhookDeadline { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The largest webhook body in bytes.</summary>
    /// <value>Default 1 MiB.</value>
    public int MaxWebhookBytes { get; init; } = 1024 * 1024;

    /// <summary>How long after the customer's last message free-form replies are allowed; null for no limit.</summary>
    public TimeSpan? ReplyWindow { get; init; }

    /// <summary>Receipts the provider sends.</summary>
    public IReadOnlyList<ReceiptKind> Receipts { get; init; } = [];

    /// <summary>True when a repeated send with the same key is accepted once; then an unknown outcome may be sent again.</summary>
    public bool AcceptsIdempotencyKey { get; init; }

    /// <summary>Who else can see it.</summary>
    public SurfacePrivacy Surface { get; init; } = SurfacePrivacy.Private;

    /// <summary>
    /// The identifier types whose normalised value is a sender id here, so that the engine can write to a proved identifier that never
    /// wrote to this account: <see cref="IdentifierType.Phone"/> for SMS. Empty for none.
    /// </summary>
    public IReadOnlyList<IdentifierType> ReachableBy { get; init; } = [];

    /// <summary>Sends allowed per second for the account; null for no limit of ours.</summary>
    public double? SendsPerSecond { get; init; }
}
