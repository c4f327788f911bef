namespace OmniChannel.Simulation.Rehearsals;

/// <summary>What became of a contact.</summary>
public enum DayOutcome
{
    /// <summary>An agent took it.</summary>
    Served,

    /// <summary>It gave up.</summary>
    Abandoned,

    /// <summary>It found no line or no place.</summary>
    Blocked,
}
