using System.Runtime.CompilerServices;

namespace OmniChannel.Routing.Structures;

/// <summary>Items by channel.</summary>
[InlineArray(Channels)]
internal struct ChannelCounts
{
    public const int Channels = 16;
    private byte _first;
}
