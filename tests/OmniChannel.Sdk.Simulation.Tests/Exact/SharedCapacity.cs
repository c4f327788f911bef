namespace OmniChannel.Simulation.Exact;

/// <summary>
/// Loss at one agent whose capacity classes of different weights share, with limits of their own: the product form that J. Kaufman
/// ("Blocking in a shared resource environment", IEEE Trans. Commun. 29, 1981) and J. Roberts (1981) start from, summed state by state.
/// </summary>
internal sealed class SharedCapacity
{
    private readonly double[] _blocked;

    public SharedCapacity(int capacity, double[] loads, int[] weights, int[] limits)
    {
        _blocked = new double[loads.Length];
        var counts = new int[loads.Length];
        var (all, used) = (0.0, 0.0);
        Sum(0, 1);
        for (var k = 0; k < _blocked.Length; k++)
        {
            _blocked[k] /= all;
        }

        Used = used / all;

        void Sum(int k, double chance)
        {
            if (k == loads.Length)
            {
                Add(chance);
                return;
            }

            for (counts[k] = 0; counts[k] <= limits[k] && Load() <= capacity; counts[k]++)
            {
                Sum(k + 1, chance);
                chance *= loads[k] / (counts[k] + 1);
            }

            counts[k] = 0;
        }

        void Add(double chance)
        {
            all += chance;
            used += chance * Load();
            for (var k = 0; k < loads.Length; k++)
            {
                _blocked[k] += counts[k] == limits[k] || Load() + weights[k] > capacity ? chance : 0;
            }
        }

        int Load() => counts.Zip(weights, (count, weight) => count * weight).Sum();
    }

    /// <summary>Mean capacity in use.</summary>
    public double Used { get; }

    public double Blocking(int k) => _blocked[k];
}
