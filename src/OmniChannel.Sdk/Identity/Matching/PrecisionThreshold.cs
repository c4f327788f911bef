namespace OmniChannel.Identity.Matching;

/// <summary>
/// The lowest score from which on the expected share of right pairs is what was asked for, and somewhat more: what is asked for is a lower
/// bound, and no model knows all of its own errors.
/// </summary>
internal static class PrecisionThreshold
{
    private const double Allowed = 0.7;

    public static double Choose(ScoredPair[] pairs, double precision)
    {
        var bits = pairs.Select(p => p.Bits).OrderDescending().ToArray();
        var aim = 1 - (Allowed * (1 - precision));
        var threshold = Math.Log2(aim / (1 - aim));
        double right = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            var p = 1 / (1 + Math.Exp(-bits[i] * Math.Log(2)));
            right += p;
            if (bits[i] > 0 && right >= aim * (i + 1))
            {
                threshold = bits[i];
            }
        }

        return threshold;
    }
}
