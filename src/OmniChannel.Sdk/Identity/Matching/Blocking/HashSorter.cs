namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>Sorts words by their upper half and keeps the order of equals: three passes by eleven bits each, instead of comparing.</summary>
internal sealed class HashSorter(int most)
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;

    private readonly int[] counts = new int[3 * Buckets];
    private ulong[] from = new ulong[most];
    private ulong[] into = new ulong[most];

    /// <summary>Where the words to be sorted are put, and stand sorted afterwards.</summary>
    public Span<ulong> Words => from;

    public void Sort(int length)
    {
        Array.Clear(counts);
        foreach (var word in from.AsSpan(0, length))
        {
            counts[Digit(word, 0)]++;
            counts[Buckets + Digit(word, 1)]++;
            counts[(2 * Buckets) + Digit(word, 2)]++;
        }

        for (var pass = 0; pass < 3; pass++)
        {
            var starts = counts.AsSpan(pass * Buckets, Buckets);
            var sum = 0;
            foreach (ref var start in starts)
            {
                (start, sum) = (sum, sum + start);
            }

            foreach (var word in from.AsSpan(0, length))
            {
                into[starts[Digit(word, pass)]++] = word;
            }

            (from, into) = (into, from);
        }
    }

    private static int Digit(ulong word, int pass) => (int)(word >> (32 + (pass * Bits))) & (Buckets - 1);
}
