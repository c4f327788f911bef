using System.Globalization;

namespace OmniChannel.Channels.Email.Tests;

/// <summary>How much the random tests try: OMNI_SCALE, 1 by default, 10 for the full count.</summary>
internal static class TestScale
{
    public static int Factor { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("OMNI_SCALE"), NumberStyles.None, CultureInfo.InvariantCulture, out var scale)
            ? Math.Clamp(scale, 1, 100)
            : 1;

    public static int Times(int count) => count * Factor;
}
