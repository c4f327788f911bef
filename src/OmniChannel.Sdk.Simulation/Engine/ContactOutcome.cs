namespace OmniChannel.Simulation.Engine;

/// <summary>What became of a contact; a time that never came is not a number.</summary>
internal readonly record struct ContactOutcome(
    long Number, int Class, double ArrivedAt, double StartedAt, double LeftAt, int Agent, Departure Departure);
