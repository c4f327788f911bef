namespace OmniChannel.Simulation.Rehearsals;

/// <summary>What became of a recorded contact under the other rules, in the first replication.</summary>
public sealed record RehearsedContact
{
    /// <summary>The contact as it was.</summary>
    public required DayContact Recorded { get; init; }

    /// <summary>How long it waited now.</summary>
    public required double Wait { get; init; }

    /// <summary>What became of it now.</summary>
    public required DayOutcome Outcome { get; init; }

    /// <summary>The group of the agent who took it; null when nobody did.</summary>
    public string? Group { get; init; }
}
