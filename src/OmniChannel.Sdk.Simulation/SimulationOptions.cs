namespace OmniChannel.Simulation;

/// <summary>How a simulation is run; none of it changes the result.</summary>
public sealed record SimulationOptions
{
    /// <summary>Replications that run at once.</summary>
    /// <value>Default: the processors of the machine.</value>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Told the share that is done, from 0 to 1, from the threads that simulate.</summary>
    public IProgress<double>? Progress { get; init; }
}
