namespace OmniChannel.Routing.Rows;

/// <summary>The engine's core counts milliseconds since 1970.</summary>
internal static class CoreTime
{
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static long Of(DateTimeOffset at) => Math.Max(0, at.ToUnixTimeMilliseconds());

    /// <summary>A wait, at least 1 ms unless it is none.</summary>
    public static long Of(TimeSpan span) => span <= TimeSpan.Zero ? 0 : Math.Max(1, span.Ticks / TimeSpan.TicksPerMillisecond);

    public static DateTimeOffset At(long time) => DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(time, Last));

    /// <summary>The moment; null for never, or none.</summary>
    public static DateTimeOffset? MaybeAt(long time) => time is long.MaxValue or long.MinValue ? null : At(time);

    /// <summary>The moment, as it was where that is within the same millisecond.</summary>
    public static DateTimeOffset Keep(DateTimeOffset known, long time) => Of(known) == time ? known : At(time);
}
