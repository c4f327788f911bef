namespace OmniChannel.Identity.Matching;

/// <summary>
/// The lowest score from which on the expected share of right pairs is what was asked for, and somewhat more: what is asked for is a lower
/// bound, and no model knows all of its own errors.
/// </summary>
internal static class PrecisionThreshold
{
    private static readonly double Allowed = double.Parse(Environment.GetEnvironmentVariable("ALLOW") ?? "0.7");

    public static double Choose(ScoredPair[] pairs, double precision)
    {
        var bits = pairs.Select(p => p.Bits).OrderDescending().ToArray();
        return Lowest(bits, 1 - (Allowed * (1 - precision))) ?? Lowest(bits, precision) ?? Math.Log2(precision / (1 - precision));
    }

    private static double? Lowest(double[] bits, double precision)
    {
        double? threshold = null;
        double right = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            right += 1 / (1 + Math.Exp(-bits[i] * Math.Log(2)));
            if (bits[i] > 0 && right >= precision * (i + 1))
            {
                threshold = bits[i];
            }
        }

        return threshold;
    }
}
