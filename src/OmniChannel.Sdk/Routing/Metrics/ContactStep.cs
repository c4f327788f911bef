using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Metrics;

/// <summary>One step of a contact, whatever it was read from: events of the engine, facts of a <see cref="RoutingCore"/>, a log of another system.</summary>
[Experimental("OMNI001")]
public sealed record ContactStep
{
    /// <summary>Which contact, by any number of its own.</summary>
    public required long Contact { get; init; }

    /// <summary>What happened.</summary>
    public required ContactStepKind Kind { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The queue or team that it came into.</summary>
    /// <value>Empty where the step names none: it stays where it was.</value>
    public string Queue { get; init; } = "";

    /// <summary>The agent who took it.</summary>
    /// <value>Empty where the step names none.</value>
    public string Agent { get; init; } = "";
}
