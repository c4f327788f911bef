namespace OmniChannel.Engagement.Facts;

/// <summary>A device of a customer was seen, or is gone. It is in the payload.</summary>
internal sealed record DeviceChanged : EngineFact
{
    public required long Atom { get; init; }

    public bool IsGone { get; init; }
}
