namespace OmniChannel.Simulation.Statistics;

/// <summary>
/// Estimates from units that are independent (replications) or nearly so (batches of one run). A ratio is pooled over the units, so its
/// bias falls with all that was counted, and its interval is Student's t over the units' residuals.
/// </summary>
/// <remarks>
/// A share's interval is never narrower than Clopper and Pearson's for independent contacts: rare events that no unit, or only one, saw
/// are not claimed to be impossible. Rare events come in clusters, as long as the runs of contacts that wait: few of them count for fewer.
/// Batches are correlated: their interval is widened as for an autoregressive sequence of order one.
/// </remarks>
internal sealed class Estimator
{
    private const double Outside = 0.001;
    private const long Few = 100;
    private const double LongestCluster = 20;
    private readonly Tally[] _units;
    private readonly int _replications;
    private readonly double _serviceTime;
    private readonly double _t;
    private readonly double _cluster;

    /// <summary>Takes one class's units; <paramref name="serviceTime"/> is a typical wait for when nobody waited.</summary>
    public Estimator(Tally[] units, int replications, double serviceTime)
    {
        _units = units;
        _replications = replications;
        _serviceTime = serviceTime;
        _t = units.Length > 1 ? StudentT.TwoSided(Outside, units.Length - 1) : double.NaN;
        var runs = units.Sum(u => u.Runs);
        _cluster = runs == 0 ? 1 : Math.Clamp((double)units.Sum(u => u.Waited + u.Blocked) / runs, 1, LongestCluster);
    }

    /// <summary>Whether contacts can be blocked at all; a share that cannot be is exactly zero.</summary>
    public bool Blocks { get; init; } = true;

    /// <summary>Whether contacts can give up at all.</summary>
    public bool GivesUp { get; init; } = true;

    public Measures Measures(double[] times)
    {
        var pooled = new WaitSketch();
        foreach (var unit in _units)
        {
            pooled.Add(unit.Waits);
        }

        return new()
        {
            Arrivals = Count(t => t.Arrivals),
            Served = Count(t => t.Served),
            Blocked = Count(t => t.Blocked),
            Abandoned = Count(t => t.Abandoned),
            Retrials = Count(t => t.Retrials),
            PWait = Share(t => t.Waited, t => t.Admitted),
            PAbandon = Share(t => t.Abandoned, t => t.Admitted, GivesUp),
            PBlock = Share(t => t.Blocked, t => t.Arrivals, Blocks),
            MeanWait = Mean(t => t.Wait, t => t.Waited, t => t.Admitted),
            MeanWaitServed = Mean(t => t.WaitServed, t => t.Waited - t.Abandoned, t => t.Served),
            P95Wait = Quantile(pooled, 0.95),
            ServiceLevel = [.. times.Select((time, i) => new LevelEstimate { Time = time, Share = Share(t => t.Within[i], t => t.Admitted) })],
            Occupancy = Floored(Ratio(t => t.Busy, t => t.Staffed), Rare(0, _units.Sum(u => u.Served), 1)),
            WaitPercentiles = [.. Enumerable.Range(1, 99).Select(p => pooled.Quantile(p / 100.0))],
        };
    }

    private Estimate Count(Func<Tally, long> of)
    {
        double total = _units.Sum(of);
        var residuals = Array.ConvertAll(_units, u => of(u) - (total / _units.Length));
        return new() { Value = total / _replications, Ci999 = HalfWidth(residuals) * _units.Length / _replications };
    }

    private Estimate Ratio(Func<Tally, double> above, Func<Tally, double> below)
    {
        var (top, bottom) = (_units.Sum(above), _units.Sum(below));
        if (bottom <= 0)
        {
            return new() { Value = double.NaN, Ci999 = double.NaN };
        }

        var value = top / bottom;
        var mean = bottom / _units.Length;
        return new() { Value = value, Ci999 = HalfWidth(Array.ConvertAll(_units, u => (above(u) - (value * below(u))) / mean)) };
    }

    private Estimate Share(Func<Tally, long> above, Func<Tally, long> below, bool possible = true)
    {
        var ratio = Ratio(u => above(u), u => below(u));
        return !possible && ratio.Value == 0 ? ratio : Floored(ratio, Rare(_units.Sum(above), _units.Sum(below), _cluster));
    }

    /// <summary>A mean of waits most of which may be zero: at least as uncertain as how many were not.</summary>
    private Estimate Mean(Func<Tally, double> sum, Func<Tally, long> waited, Func<Tally, long> all)
    {
        var (count, total) = (_units.Sum(waited), _units.Sum(sum));
        var one = count > 0 ? total / count : _serviceTime;
        return Floored(Ratio(sum, u => all(u)), one * Rare(count, _units.Sum(all), 2 * _cluster));
    }

    /// <summary>How uncertain a share is at least; <paramref name="cluster"/> events count for one where there are few.</summary>
    private static double Rare(long hits, long all, double cluster)
    {
        var divisor = Math.Min(hits, all - hits) < Few ? cluster : 1;
        return Binomial.HalfWidth(hits / divisor, all / divisor, Outside);
    }

    /// <summary>Woodruff's interval (J. Amer. Statist. Assoc. 47, 1952): that of the share below the quantile, read back as waits.</summary>
    private Estimate Quantile(WaitSketch pooled, double share)
    {
        if (pooled.Count == 0)
        {
            return new() { Value = double.NaN, Ci999 = double.NaN };
        }

        var value = pooled.Quantile(share);
        var beyond = Ratio(u => u.Waits.Above(value), u => u.Waits.Count);
        var half = Floored(beyond, Rare((long)((1 - share) * pooled.Count), pooled.Count, _cluster)).Ci999;
        var (low, high) = (pooled.Quantile(Math.Max(0, share - half)), pooled.Quantile(Math.Min(1, share + half)));
        return new() { Value = value, Ci999 = double.IsNaN(half) ? double.NaN : Math.Max(high - value, value - low) };
    }

    private static Estimate Floored(Estimate estimate, double least) =>
        estimate with { Ci999 = double.IsNaN(estimate.Ci999) ? estimate.Ci999 : Math.Max(estimate.Ci999, least) };

    private double HalfWidth(double[] residuals)
    {
        var n = residuals.Length;
        if (n < 2)
        {
            return double.NaN;
        }

        var squares = residuals.Sum(r => r * r);
        var half = _t * Math.Sqrt(squares / (n - 1) / n);
        if (_replications > 1 || squares <= 0)
        {
            return half;
        }

        var correlation = Math.Clamp(residuals.Zip(residuals.Skip(1), (a, b) => a * b).Sum() / squares, 0, 0.9);
        return half * Math.Sqrt((1 + correlation) / (1 - correlation));
    }
}
