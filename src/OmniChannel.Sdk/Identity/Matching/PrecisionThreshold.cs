namespace OmniChannel.Identity.Matching;

/// <summary>The lowest score from which on the expected share of right pairs is what was asked for.</summary>
internal static class PrecisionThreshold
{
    public static double Choose(ScoredPair[] pairs, double precision)
    {
        var bits = pairs.Select(p => p.Bits).OrderDescending().ToArray();
        var threshold = 8.0;
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
