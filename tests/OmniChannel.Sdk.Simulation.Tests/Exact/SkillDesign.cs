namespace OmniChannel.Simulation.Exact;

/// <summary>
/// First come first served, assign to the longest idle, with skills (Adan and Weiss, Stochastic Systems 4(1), 2014): the stationary law is a
/// product over the orders in which servers are busy (by the arrival of whom they serve) and idle (by how long). Rates belong to servers.
/// </summary>
internal sealed class SkillDesign
{
    private readonly double[] _rates;
    private readonly double[] _speeds;
    private readonly bool[,] _can;
    private readonly double[] _waits;
    private readonly double[] _queue;
    private readonly double[] _busy;

    /// <summary><paramref name="can"/> is by class and server.</summary>
    public SkillDesign(double[] rates, double[] speeds, bool[,] can)
    {
        (_rates, _speeds, _can) = (rates, speeds, can);
        (_waits, _queue, _busy) = (new double[rates.Length], new double[rates.Length], new double[speeds.Length]);
        var total = 0.0;
        foreach (var order in Orders(speeds.Length))
        {
            for (var busy = 0; busy <= speeds.Length; busy++)
            {
                total += Add(order, busy);
            }
        }

        foreach (var sums in new[] { _waits, _queue, _busy })
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] /= total;
            }
        }
    }

    public double Wait(int workClass) => _waits[workClass];

    public double MeanWait(int workClass) => _queue[workClass] / _rates[workClass];

    public double Occupancy => _busy.Average();

    private double Add(int[] order, int busy)
    {
        var weight = 1.0;
        var ahead = new double[_rates.Length];
        for (var j = 1; j <= busy; j++)
        {
            var servers = order[..j];
            var only = Enumerable.Range(0, _rates.Length).Where(c => ServedOnlyBy(c, servers)).ToArray();
            var arriving = only.Sum(c => _rates[c]);
            var speed = servers.Sum(s => _speeds[s]);
            weight /= speed - arriving;
            foreach (var c in only)
            {
                ahead[c] += _rates[c] / (speed - arriving);
            }
        }

        for (var j = busy; j < order.Length; j++)
        {
            var idle = order[j..];
            weight /= Enumerable.Range(0, _rates.Length).Where(c => idle.Any(s => _can[c, s])).Sum(c => _rates[c]);
        }

        for (var c = 0; c < _rates.Length; c++)
        {
            _waits[c] += ServedOnlyBy(c, order[..busy]) ? weight : 0;
            _queue[c] += weight * ahead[c];
        }

        foreach (var s in order[..busy])
        {
            _busy[s] += weight;
        }

        return weight;
    }

    private bool ServedOnlyBy(int workClass, int[] servers) =>
        Enumerable.Range(0, _speeds.Length).All(s => !_can[workClass, s] || servers.Contains(s));

    private static IEnumerable<int[]> Orders(int count) => count == 0
        ? [[]]
        : Orders(count - 1).SelectMany(order => Enumerable.Range(0, count).Select(at => (int[])[.. order[..at], count - 1, .. order[at..]]));
}
