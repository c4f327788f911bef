namespace OmniChannel.Load;

internal static class Numbers
{
    public static double Median(IEnumerable<double> values) => At(values, 0.5);

    /// <summary>The nearest rank; 0 for none.</summary>
    public static double At(IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public static double Round(double value) => Math.Round(value, value < 100 ? 3 : 0);
}
