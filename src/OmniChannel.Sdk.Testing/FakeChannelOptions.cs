using OmniChannel.Channels;

namespace OmniChannel.Testing;

/// <summary>What a fake channel pretends to be.</summary>
public sealed class FakeChannelOptions
{
    /// <summary>Its capabilities.</summary>
    public ChannelCapabilities Capabilities { get; set; } = new()
    {
        DisplayName = "Fake",
        Text = new(1600, LimitUnit.Characters),
        Receipts = [ReceiptKind.Delivered],
    };

    internal FakeChannel? Channel { get; set; }
}
