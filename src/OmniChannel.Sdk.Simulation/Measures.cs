namespace OmniChannel.Simulation;

/// <summary>What happened to the contacts of one class, or of all: counts per replication, shares and waits over everything counted.</summary>
public sealed record Measures
{
    /// <summary>Counted arrivals per replication; a retry counts as one more.</summary>
    public required Estimate Arrivals { get; init; }

    /// <summary>Contacts that an agent took, per replication.</summary>
    public required Estimate Served { get; init; }

    /// <summary>Arrivals that found no line or no place in the queue, per replication.</summary>
    public required Estimate Blocked { get; init; }

    /// <summary>Contacts that gave up, per replication.</summary>
    public required Estimate Abandoned { get; init; }

    /// <summary>Arrivals that were retries, per replication.</summary>
    public required Estimate Retrials { get; init; }

    /// <summary>Share of the admitted that were not served at once.</summary>
    public required Estimate PWait { get; init; }

    /// <summary>Share of the admitted that gave up.</summary>
    public required Estimate PAbandon { get; init; }

    /// <summary>Blocked over arrivals.</summary>
    public required Estimate PBlock { get; init; }

    /// <summary>Mean wait of the admitted, those who gave up included.</summary>
    public required Estimate MeanWait { get; init; }

    /// <summary>Mean wait of the served.</summary>
    public required Estimate MeanWaitServed { get; init; }

    /// <summary>The wait that 95% of the admitted do not exceed.</summary>
    public required Estimate P95Wait { get; init; }

    /// <summary>For each of the scenario's service level times.</summary>
    public required IReadOnlyList<LevelEstimate> ServiceLevel { get; init; }

    /// <summary>Capacity in use over capacity present; a class's is its share.</summary>
    public required Estimate Occupancy { get; init; }

    /// <summary>The waits of the admitted at 1%, 2%... 99%, for charts.</summary>
    public required IReadOnlyList<double> WaitPercentiles { get; init; }
}
