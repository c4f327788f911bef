using OmniChannel.Channels;
using OmniChannel.Hosting;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>What the address of a channel account leads to.</summary>
internal sealed class ChannelTarget(ChannelPort port, IInbound? inbound, IVisitorStreams? streams)
{
    public ChannelPort Port => port;

    public IInbound? Inbound => inbound;

    public IVisitorStreams? Streams => streams;

    public ChannelAccountId Account => port.Id;

    public RequestCount UnderWay { get; } = new();
}
