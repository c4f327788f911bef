namespace OmniChannel.Identity.Matching;

/// <summary>
/// The lowest score from which on the expected share of right pairs is what was asked for, and a little more: no model knows all of its own
/// errors. Where the best pairs fall short of it, such as those of a file of names and phones, where a father and son of one name cannot be ruled
/// out, what comes nearest is taken rather than nothing, up to three times as many wrong pairs; what is expected of it is reported.
/// </summary>
internal static class PrecisionThreshold
{
    private const double Same = 1e-6;

    // Wrong pairs as multiples of what was asked for: the first that can be had counts.
    private static readonly double[] Wrong = [0.9, 1, 1.5, 2, 3];

    public static double Choose(ScoredPair[] pairs, double precision)
    {
        var bits = Array.ConvertAll(pairs, pair => pair.Bits);
        Array.Sort(bits);
        Array.Reverse(bits);
        return Wrong.Select(wrong => Lowest(bits, 1 - (wrong * (1 - precision)))).FirstOrDefault(threshold => threshold is not null) ?? Math.Log2(precision / (1 - precision));
    }

    private static double? Lowest(double[] bits, double precision)
    {
        double? threshold = null;
        double right = 0;
        for (var i = 0; i < bits.Length && bits[i] > 0; i++)
        {
            right += 1 / (1 + Math.Exp(-bits[i] * Math.Log(2)));

            // Pairs of one score are taken all or none.
            if (right >= precision * (i + 1) && (i + 1 == bits.Length || bits[i] - bits[i + 1] > Same))
            {
                threshold = bits[i];
            }
        }

        return threshold;
    }
}
