namespace OmniChannel.Engagement.Facts;

/// <summary>A named value of the workspace changed.</summary>
internal sealed record SettingChanged : EngineFact
{
    public required string Name { get; init; }

    public required string Value { get; init; }
}
