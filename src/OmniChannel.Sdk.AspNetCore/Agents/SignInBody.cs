using OmniChannel.Routing;

namespace OmniChannel.AspNetCore.Agents;

/// <summary>An agent's sign-in.</summary>
internal sealed record SignInBody
{
    /// <summary>The name that colleagues and customers see.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Skills and levels.</summary>
    public IReadOnlyList<SkillLevel> Skills { get; set; } = [];

    /// <summary>Teams.</summary>
    public IReadOnlyList<string> Teams { get; set; } = [];

    /// <summary>How much the agent takes at once.</summary>
    public int Capacity { get; set; } = 4;

    /// <summary>Names of the channels of routing from which the agent takes work; null for all.</summary>
    public IReadOnlyList<string>? Channels { get; set; }

    /// <summary>When the agent gets nothing new any more; null for no end.</summary>
    public DateTimeOffset? ShiftEnd { get; set; }

    /// <summary>Conversations of heavy queues after which the agent gets a break; 0 for never.</summary>
    public int ReliefAfter { get; set; }

    /// <summary>Seconds of that break.</summary>
    public double ReliefSeconds { get; set; }

    /// <summary>True: the agent is offered nothing, and takes work themselves.</summary>
    public bool OnlyTakes { get; set; }

    /// <summary>Names of the queues from which the agent may pull and claim; null for all.</summary>
    public IReadOnlyList<string>? TakesFrom { get; set; }

    /// <summary>Where calls are connected to: <c>tel:</c> or <c>sip:</c>.</summary>
    public string? Phone { get; set; }
}
