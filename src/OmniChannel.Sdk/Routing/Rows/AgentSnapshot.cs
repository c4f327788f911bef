namespace OmniChannel.Routing.Rows;

/// <summary>The row of an agent. Immutable.</summary>
internal sealed record AgentSnapshot
{
    public required AgentProfile Profile { get; init; }

    public required Presence Presence { get; init; }

    /// <summary>Since when they hold nothing, or when they last got something.</summary>
    public required DateTimeOffset IdleSince { get; init; }

    /// <summary>The place in the line; a smaller one is asked first. 0 in rows from before there were places.</summary>
    public long Turn { get; init; }
}
