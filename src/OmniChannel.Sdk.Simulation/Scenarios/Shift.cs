namespace OmniChannel.Simulation.Scenarios;

/// <summary>A time of presence. An agent who is busy at its end finishes and leaves.</summary>
public sealed record Shift
{
    /// <summary>Its begin, from the start of the simulation.</summary>
    public required double From { get; init; }

    /// <summary>Its end.</summary>
    public required double To { get; init; }
}
