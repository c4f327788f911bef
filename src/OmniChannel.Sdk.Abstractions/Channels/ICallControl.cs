namespace OmniChannel.Channels;

/// <summary>A channel that can be told what to do with a live call when no request of the provider is waiting for an answer.</summary>
/// <typeparam name="TOptions">Options of one account.</typeparam>
public interface ICallControl<TOptions>
    where TOptions : class
{
    /// <summary>Tells the provider. No retry; failures as in <see cref="IChannelAdapter{TOptions}.SendAsync"/>.</summary>
    Task<SendResult> ControlAsync(CallCommand command, string sessionId, ChannelAccount<TOptions> account, CancellationToken cancellationToken);
}
