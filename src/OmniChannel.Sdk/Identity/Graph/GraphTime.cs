namespace OmniChannel.Identity.Graph;

/// <summary>Times as the graph keeps them: seconds and days since 2000-01-01 UTC, which reach to 2136.</summary>
internal static class GraphTime
{
    private static readonly long Epoch = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public static uint Second(DateTimeOffset time) => (uint)Math.Clamp((time.UtcTicks - Epoch) / TimeSpan.TicksPerSecond, 0, uint.MaxValue);

    public static ushort Day(DateTimeOffset time) => (ushort)Math.Clamp((time.UtcTicks - Epoch) / TimeSpan.TicksPerDay, 0, ushort.MaxValue);

    public static DateTimeOffset OfSecond(uint second) => new(Epoch + (second * TimeSpan.TicksPerSecond), TimeSpan.Zero);

    public static DateTimeOffset OfDay(int day) => new(Epoch + (day * TimeSpan.TicksPerDay), TimeSpan.Zero);
}
