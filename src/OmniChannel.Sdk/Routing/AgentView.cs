namespace OmniChannel.Routing;

/// <summary>An agent, for colleagues.</summary>
public sealed record AgentView
{
    /// <summary>The agent.</summary>
    public required AgentId Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether they take work.</summary>
    public required Presence Presence { get; init; }

    /// <summary>What they hold and are offered, by weight.</summary>
    public required int Load { get; init; }

    /// <summary>What they can hold.</summary>
    public required int Capacity { get; init; }

    /// <summary>Skills, with levels above 1.</summary>
    public required IReadOnlyList<string> Skills { get; init; }
}
