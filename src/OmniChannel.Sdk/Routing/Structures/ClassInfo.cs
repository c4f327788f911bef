using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Structures;

/// <summary>A priority class as compiled.</summary>
internal sealed class ClassInfo(PriorityClassOptions options)
{
    private readonly long _boost = options.Target is { } target ? -target : options.Boost;
    private readonly double _ageing = options.Target is null ? options.Ageing : 1;
    private readonly long _ceiling = options.Target is null ? options.Ceiling : long.MaxValue;

    public string Name { get; } = options.Name;

    public int Rank { get; } = options.Rank;

    public double Cost { get; } = options.Cost;

    public double Exponent { get; } = options.Exponent;

    /// <summary>True when urgency grows with the clock, so that keys of such classes compare without it.</summary>
    public bool IsLinear => _ageing == 1 && _ceiling == long.MaxValue;

    /// <summary>The moment at which urgency was, or will be, 0 with linear ageing: smaller goes first.</summary>
    public long Key(long since, long? due) => due ?? Between(_boost, since);

    public double Urgency(long key, long since, long now) =>
        IsLinear ? Between(key, now) : Math.Min(_ceiling, _boost + (_ageing * Between(since, now)));

    /// <summary>Ticks from one moment to another, at most what a long can say.</summary>
    public static long Between(long from, long to)
    {
        var ticks = unchecked(to - from);
        var wraps = ((to ^ from) & (to ^ ticks)) < 0;
        return !wraps ? ticks : to < 0 ? long.MinValue : long.MaxValue;
    }
}
