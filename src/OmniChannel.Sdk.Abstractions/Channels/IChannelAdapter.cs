namespace OmniChannel.Channels;

/// <summary>
/// A channel: two members, and small optional interfaces that the host probes for (<see cref="IWebhookReceiver{TOptions}"/>,
/// <see cref="IWebhookResponder{TOptions}"/>, <see cref="IStreamChannel{TOptions}"/>, <see cref="IPullSource{TOptions}"/>,
/// <see cref="ICallControl{TOptions}"/>, <see cref="INamesMessages{TOptions}"/>). Adapters are singletons and serve many accounts at once: keep no state per account or message.
/// </summary>
/// <typeparam name="TOptions">Options of one account.</typeparam>
public interface IChannelAdapter<TOptions>
    where TOptions : class
{
    /// <summary>What the account can do. Pure; called at start-up.</summary>
    ChannelCapabilities Describe(ChannelAccount<TOptions> account);

    /// <summary>
    /// One provider call for the contents given, without any retry. Report what is certain; what is thrown counts as ambiguous.
    /// Not called in <see cref="DeliveryMode.Stream"/>.
    /// </summary>
    Task<SendResult> SendAsync(OutboundMessage message, ChannelAccount<TOptions> account, CancellationToken cancellationToken);
}
