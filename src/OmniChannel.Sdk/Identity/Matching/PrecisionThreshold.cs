namespace OmniChannel.Identity.Matching;

/// <summary>
/// The lowest score from which on the share of right pairs is what was asked for: the one expected, less its standard deviation, since what is
/// asked for is a lower bound.
/// </summary>
internal static class PrecisionThreshold
{
    public static double Choose(ScoredPair[] pairs, double precision)
    {
        var bits = pairs.Select(p => p.Bits).OrderDescending().ToArray();
        var threshold = 8.0;
        double right = 0, variance = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            var p = 1 / (1 + Math.Exp(-bits[i] * Math.Log(2)));
            right += p;
            variance += p * (1 - p);
            if (bits[i] > 0 && right - Math.Sqrt(variance) >= precision * (i + 1))
            {
                threshold = bits[i];
            }
        }

        return threshold;
    }
}
