namespace CustomChannel;

/// <summary>A button at the kiosk.</summary>
public sealed record KioskOption
{
    public required string Id { get; init; }

    public required string Label { get; init; }
}
