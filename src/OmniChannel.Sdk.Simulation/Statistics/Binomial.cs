namespace OmniChannel.Simulation.Statistics;

/// <summary>The exact interval of a share of independent contacts (Clopper and Pearson, Biometrika 26, 1934).</summary>
internal static class Binomial
{
    /// <summary>The larger side of the interval that leaves <paramref name="outside"/> to both tails together.</summary>
    public static double HalfWidth(double hits, double all, double outside)
    {
        if (all <= 0)
        {
            return 0;
        }

        var share = hits / all;
        var low = hits == 0 ? 0 : Quantile(outside / 2, hits, all - hits + 1.0);
        var high = hits == all ? 1 : Quantile(1 - (outside / 2), hits + 1.0, all - hits);
        return Math.Max(high - share, share - low);
    }

    /// <summary>The value that a beta variable does not exceed with a chance, by bisection.</summary>
    private static double Quantile(double chance, double a, double b)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = BetaFunction.Regularised(middle, a, b) < chance ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
