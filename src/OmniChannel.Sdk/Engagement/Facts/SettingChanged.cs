namespace OmniChannel.Engagement.Facts;

/// <summary>A named value of the workspace changed.</summary>
internal sealed record SettingChanged : EngineFact
{
    public required string Name { get; init; }

    /// <summary>Null removes it.</summary>
    public string? Value { get; init; }
}
