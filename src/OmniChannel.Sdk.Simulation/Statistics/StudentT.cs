namespace OmniChannel.Simulation.Statistics;

/// <summary>Quantiles of Student's t distribution, by bisection on its exact distribution function.</summary>
internal static class StudentT
{
    /// <summary>The value that |t| exceeds with chance <paramref name="both"/> (both tails together).</summary>
    public static double TwoSided(double both, int degrees)
    {
        var (low, high) = (0.0, 1.0);
        while (Outside(high, degrees) > both)
        {
            high *= 2;
        }

        for (var i = 0; i < 200 && high - low > 1e-13 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Outside(middle, degrees) > both ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>P(|T| &gt; t) = I(d / (d + t^2); d/2, 1/2).</summary>
    public static double Outside(double t, int degrees) => BetaFunction.Regularised(degrees / (degrees + (t * t)), degrees / 2.0, 0.5);
}
