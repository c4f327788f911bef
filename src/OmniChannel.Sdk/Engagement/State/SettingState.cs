namespace OmniChannel.Engagement.State;

/// <summary>A named value of the workspace: a handler's cursor, a pull source's cursor, the codes of the last hour.</summary>
internal sealed record SettingState
{
    public required string Name { get; init; }

    public required string Value { get; init; }
}
