using System.Globalization;

namespace OmniChannel.Tests;

/// <summary>How much of an issue's count a run does: <c>OMNI_SCALE=10</c> is all of it, the default 1 a tenth.</summary>
internal static class Scale
{
    public static int Factor { get; } = Read(Environment.GetEnvironmentVariable("OMNI_SCALE"));

    /// <summary>The share of <paramref name="fullCount"/> for this run, never less than one.</summary>
    public static int Of(int fullCount) => Of(fullCount, Factor);

    internal static int Of(int fullCount, int factor) => (int)Math.Max(1, (long)fullCount * factor / 10);

    internal static int Read(string? value) => string.IsNullOrEmpty(value)
        ? 1
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor > 0
            ? factor
            : throw new FormatException($"OMNI_SCALE is '{value}'. Give a whole number of at least 1, or leave it out.");
}
