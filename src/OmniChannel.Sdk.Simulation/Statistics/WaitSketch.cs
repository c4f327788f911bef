namespace OmniChannel.Simulation.Statistics;

/// <summary>
/// Counts of waits in buckets of equal relative width: 512 to each power of two, read off the bits of the number. A quantile is off by
/// less than 0.2% of its value; zero is exact. Pages come when they are needed, so a few octaves of waits cost a few pages.
/// </summary>
internal sealed class WaitSketch
{
    private const int Octaves = 160;
    private const int PerOctave = 512;
    private const int LowestExponent = -80;
    private readonly int[]?[] _pages = new int[Octaves][];

    public long Count { get; private set; }

    public long Zeros { get; private set; }

    public void Add(double wait)
    {
        Count++;
        if (wait <= 0)
        {
            Zeros++;
            return;
        }

        var bits = BitConverter.DoubleToInt64Bits(wait);
        var octave = Math.Clamp((int)(bits >> 52) - 1023 - LowestExponent, 0, Octaves - 1);
        (_pages[octave] ??= new int[PerOctave])[(int)(bits >> 43) & (PerOctave - 1)]++;
    }

    public void Add(WaitSketch other)
    {
        Count += other.Count;
        Zeros += other.Zeros;
        for (var octave = 0; octave < Octaves; octave++)
        {
            if (other._pages[octave] is not { } from)
            {
                continue;
            }

            var to = _pages[octave] ??= new int[PerOctave];
            for (var i = 0; i < PerOctave; i++)
            {
                to[i] += from[i];
            }
        }
    }

    /// <summary>The wait that a share of the contacts does not exceed; within a bucket waits count as spread evenly.</summary>
    public double Quantile(double share)
    {
        var rank = share * Count;
        double passed = Zeros;
        if (Count == 0 || rank <= passed)
        {
            return 0;
        }

        var last = 0.0;
        for (var octave = 0; octave < Octaves; octave++)
        {
            if (_pages[octave] is not { } page)
            {
                continue;
            }

            for (var i = 0; i < PerOctave; i++)
            {
                if (page[i] == 0)
                {
                    continue;
                }

                var (from, to) = (Edge(octave, i), Edge(octave, i + 1));
                if (passed + page[i] >= rank)
                {
                    return from + ((to - from) * (rank - passed) / page[i]);
                }

                passed += page[i];
                last = to;
            }
        }

        return last;
    }

    /// <summary>How many waits lie above a value, a bucket's share of its own counted.</summary>
    public double Above(double wait)
    {
        double above = wait < 0 ? Count : Count - Zeros;
        for (var octave = 0; octave < Octaves; octave++)
        {
            if (_pages[octave] is not { } page)
            {
                continue;
            }

            for (var i = 0; i < PerOctave && Edge(octave, i) < wait; i++)
            {
                var (from, to) = (Edge(octave, i), Edge(octave, i + 1));
                above -= page[i] * Math.Min(1, (wait - from) / (to - from));
            }
        }

        return above;
    }

    private static double Edge(int octave, int index) => Math.ScaleB(1 + ((double)index / PerOctave), octave + LowestExponent);
}
