namespace OmniChannel.Routing;

/// <summary>What an agent brings when signing in.</summary>
public sealed record AgentProfile
{
    /// <summary>The agent's id in the host.</summary>
    public required AgentId Id { get; init; }

    /// <summary>The name that colleagues and customers see.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Skills and levels.</summary>
    public IReadOnlyList<SkillLevel> Skills { get; init; } = [];

    /// <summary>Teams the agent belongs to.</summary>
    public IReadOnlyList<string> Teams { get; init => field = value ?? []; } = [];

    /// <summary>How much the agent takes at once; a conversation weighs 1, a call 4.</summary>
    /// <value>Default 4.</value>
    public int Capacity { get; init; } = 4;

    /// <summary>Where calls are connected to: <c>tel:</c> with E.164, or <c>sip:</c>. Null when the agent takes no calls.</summary>
    public Uri? Phone { get; init; }
}
