namespace OmniChannel.Routing;

/// <summary>An agent as routing sees them. Immutable.</summary>
public sealed record AgentSnapshot
{
    /// <summary>Profile given at sign-in.</summary>
    public required AgentProfile Profile { get; init; }

    /// <summary>Whether they take work.</summary>
    public required Presence Presence { get; init; }

    /// <summary>Since when they hold nothing, or when they last got something: the longest ago comes first.</summary>
    public required DateTimeOffset IdleSince { get; init; }
}
