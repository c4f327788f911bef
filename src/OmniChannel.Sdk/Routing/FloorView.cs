namespace OmniChannel.Routing;

/// <summary>What a supervisor looks at.</summary>
public sealed record FloorView
{
    /// <summary>Items that wait in queues.</summary>
    public required int Waiting { get; init; }

    /// <summary>The longest wait among them.</summary>
    public required TimeSpan LongestWait { get; init; }

    /// <summary>Agents available with room for more.</summary>
    public required int AgentsFree { get; init; }

    /// <summary>Conversations whose customer waits for a word of ours.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Open conversations.</summary>
    public required int Open { get; init; }
}
