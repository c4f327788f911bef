using System.Numerics;

namespace OmniChannel.Simulation.Chance;

/// <summary>
/// xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021), seeded by SplitMix64 from
/// (seed, replication, purpose, index): one stream per purpose, so that a changed rule meets the same arrivals, services and patience.
/// </summary>
internal struct RandomStream
{
    private const double Unit = 1.0 / (1UL << 53);
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    public RandomStream(ulong seed, int replication, Purpose purpose, int index)
    {
        var state = Mix(seed);
        state = Mix(state ^ (ulong)replication);
        state = Mix(state ^ ((ulong)purpose << 32) ^ (uint)index);
        _s0 = Split(ref state);
        _s1 = Split(ref state);
        _s2 = Split(ref state);
        _s3 = Split(ref state);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform over (0, 1], so that its logarithm exists.</summary>
    public double Uniform() => ((Next() >> 11) + 1) * Unit;

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -Math.Log(Uniform());

    /// <summary>Standard normal by Box and Muller; one of the pair is thrown away, so that a draw needs no memory.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(Math.Tau * Uniform());

    /// <summary>Gamma with mean <paramref name="shape"/> and scale 1 (Marsaglia and Tsang, ACM TOMS 26(3), 2000).</summary>
    public double Gamma(double shape)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1) * Math.Pow(Uniform(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(Uniform()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    private static ulong Split(ref ulong state) => Mix(state += 0x9E3779B97F4A7C15UL);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
