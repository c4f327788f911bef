namespace OmniChannel.Simulation.Exact;

/// <summary>Sums and terms as logarithms, so that hundreds of agents neither overflow nor vanish.</summary>
internal static class LogSpace
{
    /// <summary>ln of the sum of exponentials.</summary>
    public static double Sum(IEnumerable<double> logs)
    {
        var all = logs.ToArray();
        var most = all.Max();
        return double.IsNegativeInfinity(most) ? most : most + Math.Log(all.Sum(x => Math.Exp(x - most)));
    }

    /// <summary>ln(n!).</summary>
    public static double Factorial(int n) => Enumerable.Range(1, n).Sum(k => Math.Log(k));

    /// <summary>ln(a^n / n!).</summary>
    public static double Poisson(double a, int n) => (n * Math.Log(a)) - Factorial(n);
}
