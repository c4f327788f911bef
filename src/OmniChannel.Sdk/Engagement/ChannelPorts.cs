namespace OmniChannel.Engagement;

/// <summary>The ports of a workspace's channel accounts.</summary>
internal sealed class ChannelPorts(IReadOnlyDictionary<ChannelAccountId, ChannelPort> ports)
{
    public IEnumerable<ChannelPort> All => ports.Values;

    public ChannelPort? Find(ChannelAccountId account) => ports.GetValueOrDefault(account);

    public ChannelPort Get(ChannelAccountId account) => Find(account) ?? throw new InvalidOperationException($"There is no channel account {account}.");
}
