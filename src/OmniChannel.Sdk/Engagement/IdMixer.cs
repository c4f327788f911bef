namespace OmniChannel.Engagement;

/// <summary>Ids from a seed and a counter: a bijection of 64 bits, so that no two are the same, and nobody guesses the next.</summary>
internal static class IdMixer
{
    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood 2014) over the seeded counter.</summary>
    public static long Mix(long seed, long counter)
    {
        var z = unchecked((ulong)counter * 0x9e3779b97f4a7c15UL) ^ (ulong)seed;
        z = unchecked((z ^ (z >> 30)) * 0xbf58476d1ce4e5b9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94d049bb133111ebUL);
        return (long)(z ^ (z >> 31));
    }
}
