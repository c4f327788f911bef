namespace OmniChannel.Simulation.Statistics;

/// <summary>What was counted of one class in one replication, or in one batch of a single run.</summary>
internal sealed class Tally(int serviceLevelTimes)
{
    public WaitSketch Waits { get; } = new();

    public long[] Within { get; } = new long[serviceLevelTimes];

    public long Arrivals { get; set; }

    public long Served { get; set; }

    public long Blocked { get; set; }

    public long Abandoned { get; set; }

    public long Waited { get; set; }

    public long Retrials { get; set; }

    /// <summary>Runs of arrivals one after the other that all had to wait or were blocked.</summary>
    public long Runs { get; set; }

    public double Wait { get; set; }

    public double WaitServed { get; set; }

    /// <summary>Units of capacity in use, summed over the counted time.</summary>
    public double Busy { get; set; }

    /// <summary>Units of capacity present, summed over the counted time; the same for every class.</summary>
    public double Staffed { get; set; }

    public long Admitted => Arrivals - Blocked;

    /// <summary>Counts an admitted contact whose wait is over.</summary>
    public void AddWait(double wait, bool waited, bool served, double[] times)
    {
        Waits.Add(wait);
        Wait += wait;
        Waited += waited ? 1 : 0;
        if (!served)
        {
            Abandoned++;
            return;
        }

        Served++;
        WaitServed += wait;
        for (var i = 0; i < times.Length; i++)
        {
            if (wait <= times[i])
            {
                Within[i]++;
            }
        }
    }

    /// <summary>Adds another class's counts of the same time.</summary>
    public void Add(Tally other)
    {
        Waits.Add(other.Waits);
        Arrivals += other.Arrivals;
        Served += other.Served;
        Blocked += other.Blocked;
        Abandoned += other.Abandoned;
        Waited += other.Waited;
        Retrials += other.Retrials;
        Runs += other.Runs;
        Wait += other.Wait;
        WaitServed += other.WaitServed;
        Busy += other.Busy;
        Staffed = other.Staffed;
        for (var i = 0; i < Within.Length; i++)
        {
            Within[i] += other.Within[i];
        }
    }
}
