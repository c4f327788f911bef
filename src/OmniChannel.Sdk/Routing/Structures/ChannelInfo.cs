namespace OmniChannel.Routing.Structures;

/// <summary>A channel as compiled.</summary>
internal sealed class ChannelInfo
{
    public required string Name { get; init; }

    public required int Cost { get; init; }

    public required int Limit { get; init; }

    public required bool Interruptible { get; init; }

    public required bool Interrupts { get; init; }

    /// <summary>Bits of channels allowed while an item of this one is held.</summary>
    public required int Allowed { get; init; }

    public required long WrapUp { get; init; }
}
