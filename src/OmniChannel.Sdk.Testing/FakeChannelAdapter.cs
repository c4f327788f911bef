using OmniChannel.Channels;

namespace OmniChannel.Testing;

/// <summary>The adapter behind <see cref="FakeChannel"/>.</summary>
internal sealed class FakeChannelAdapter : IChannelAdapter<FakeChannelOptions>, ICallControl<FakeChannelOptions>
{
    public ChannelCapabilities Describe(ChannelAccount<FakeChannelOptions> account) => account.Options.Capabilities;

    public Task<SendResult> SendAsync(OutboundMessage message, ChannelAccount<FakeChannelOptions> account, CancellationToken cancellationToken) =>
        account.Options.Channel!.SendAsync(message, cancellationToken);

    public Task<SendResult> ControlAsync(
        CallCommand command, string sessionId, ChannelAccount<FakeChannelOptions> account, CancellationToken cancellationToken) =>
        Task.FromResult(account.Options.Channel!.Control(command));
}
