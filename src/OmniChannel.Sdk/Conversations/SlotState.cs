namespace OmniChannel.Conversations;

/// <summary>Something collected.</summary>
internal sealed record SlotState
{
    public required string Name { get; init; }

    public required string Value { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who collected it: a bot's or an agent's id.</summary>
    public string Source { get; init; } = "";
}
