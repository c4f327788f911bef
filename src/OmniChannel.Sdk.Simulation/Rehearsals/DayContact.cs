namespace OmniChannel.Simulation.Rehearsals;

/// <summary>A contact as it was recorded.</summary>
public sealed record DayContact
{
    /// <summary>When it came, from the begin of the day.</summary>
    public required double At { get; init; }

    /// <summary>Its class, by name.</summary>
    public required string Class { get; init; }

    /// <summary>How long it was served by an agent of rate 1; null: not known, it is drawn from the class.</summary>
    public double? Service { get; init; }

    /// <summary>How long it would have waited; null: what <see cref="Outcome"/> tells, else drawn from the class.</summary>
    public double? Patience { get; init; }

    /// <summary>How long it did wait; null: not recorded.</summary>
    public double? Wait { get; init; }

    /// <summary>What became of it then; null: not recorded.</summary>
    public DayOutcome? Outcome { get; init; }
}
