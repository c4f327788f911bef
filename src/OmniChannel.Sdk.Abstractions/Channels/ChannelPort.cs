namespace OmniChannel.Channels;

/// <summary>
/// A configured channel account as the host sees it: the adapter, its options and its optional powers behind one type. Made by
/// <see cref="ChannelBuilderExtensions"/>; adapters never see it.
/// </summary>
public abstract class ChannelPort
{
    private protected ChannelPort(ChannelAccountId id) => Id = id;

    /// <summary>Channel and account.</summary>
    public ChannelAccountId Id { get; }

    /// <summary>What the account can do.</summary>
    public abstract ChannelCapabilities Capabilities { get; }

    /// <summary>True when the provider calls us.</summary>
    public abstract bool ReceivesWebhooks { get; }

    /// <summary>True when the provider's request is answered with instructions.</summary>
    public abstract bool Responds { get; }

    /// <summary>True when calls can be told what to do.</summary>
    public abstract bool ControlsCalls { get; }

    /// <summary>True when the account is asked for events.</summary>
    public abstract bool Pulls { get; }

    /// <summary>True when clients keep a stream open.</summary>
    public abstract bool Streams { get; }

    /// <summary>Files that a stream channel brings along.</summary>
    public abstract IReadOnlyList<StreamAsset> Assets { get; }

    /// <summary>See <see cref="IWebhookReceiver{TOptions}.Verify"/>.</summary>
    public abstract WebhookVerdict Verify(WebhookRequest request);

    /// <summary>See <see cref="IWebhookReceiver{TOptions}.Parse"/>; what escapes but malformed input becomes an <see cref="UnknownEvent"/>.</summary>
    public abstract IReadOnlyList<ChannelEvent> Parse(WebhookRequest request);

    /// <summary>See <see cref="IWebhookResponder{TOptions}"/>.</summary>
    public abstract WebhookResponse Respond(WebhookRequest request, WebhookOutcome outcome);

    /// <summary>See <see cref="IStreamChannel{TOptions}.Authenticate"/>; what escapes it is a refusal.</summary>
    public abstract StreamVerdict Authenticate(WebhookRequest request);

    /// <summary>See <see cref="IStreamChannel{TOptions}.Parse"/>; what escapes but malformed input becomes an <see cref="UnknownEvent"/>.</summary>
    public abstract IReadOnlyList<ChannelEvent> ParseStream(WebhookRequest request, StreamVisitor visitor);

    /// <summary>See <see cref="IStreamChannel{TOptions}.Render"/>.</summary>
    public abstract StreamFrame? Render(StreamEntry entry);

    /// <summary>See <see cref="IChannelAdapter{TOptions}.SendAsync"/>.</summary>
    public abstract Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>See <see cref="INamesMessages{TOptions}"/>; null also without that power.</summary>
    public abstract string? IdOf(OutboundMessage message);

    /// <summary>See <see cref="ICallControl{TOptions}"/>.</summary>
    public abstract Task<SendResult> ControlAsync(CallCommand command, string sessionId, CancellationToken cancellationToken);

    /// <summary>See <see cref="IPullSource{TOptions}"/>.</summary>
    public abstract Task<PullResult> PullAsync(string? cursor, CancellationToken cancellationToken);
}
