using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Model;

/// <summary>
/// When a queue is open: weekly hours in a time zone, and days that differ. The core knows ticks only; the host asks here and tells it, say by
/// enqueuing with <c>NotBefore</c>, or to a queue that takes messages.
/// </summary>
[Experimental("OMNI001")]
public sealed class BusinessHours
{
    private const int HorizonDays = 400;
    private readonly TimeZoneInfo _zone;
    private readonly BusinessDay[] _week;
    private readonly Dictionary<DateOnly, IReadOnlyList<OpenInterval>> _days;

    /// <summary>Makes hours.</summary>
    /// <param name="zone">IANA id, such as <c>Asia/Tokyo</c>.</param>
    /// <param name="week">Hours by day of the week; days that are not named are closed.</param>
    /// <param name="exceptions">Hours of certain dates, in place of the week's; an empty list is a holiday.</param>
    /// <exception cref="RoutingConfigurationException">The zone is unknown, or hours overlap or end before they begin.</exception>
    public BusinessHours(string zone, IEnumerable<BusinessDay> week, IReadOnlyDictionary<DateOnly, IReadOnlyList<OpenInterval>>? exceptions = null)
    {
        _zone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? found
            : throw new RoutingConfigurationException([$"Zone: there is no time zone '{zone}'"]);
        _week = [.. week];
        _days = new(exceptions ?? new Dictionary<DateOnly, IReadOnlyList<OpenInterval>>());
        foreach (var hours in _week.Select(d => d.Hours).Concat(_days.Values))
        {
            Check(hours);
        }
    }

    /// <summary>Whether it is open at a moment.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, _zone);
        return On(DateOnly.FromDateTime(local.DateTime)).Any(h => local.TimeOfDay >= h.From && local.TimeOfDay < h.To);
    }

    /// <summary>The next moment at which it opens, <paramref name="at"/> itself when it is open; null when not within 400 days.</summary>
    /// <remarks>An opening time that the clocks skip in spring opens when they have been put forward.</remarks>
    public DateTimeOffset? NextOpening(DateTimeOffset at)
    {
        if (IsOpen(at))
        {
            return at;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);
        for (var day = today; day < today.AddDays(HorizonDays); day = day.AddDays(1))
        {
            foreach (var hours in On(day))
            {
                if (Moment(day, hours.From) is var opens && opens > at)
                {
                    return opens;
                }
            }
        }

        return null;
    }

    private IReadOnlyList<OpenInterval> On(DateOnly day) =>
        _days.TryGetValue(day, out var hours) ? hours : Array.Find(_week, d => d.Day == day.DayOfWeek)?.Hours ?? [];

    private DateTimeOffset Moment(DateOnly day, TimeSpan time)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).Add(time);
        while (_zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new(local, offset);
    }

    private static void Check(IReadOnlyList<OpenInterval> hours)
    {
        var last = TimeSpan.Zero;
        foreach (var interval in hours)
        {
            if (interval.From < last || interval.To <= interval.From || interval.To > TimeSpan.FromDays(1))
            {
                throw new RoutingConfigurationException([$"Hours: {interval.From:hh\\:mm} to {interval.To:hh\\:mm} overlaps, or ends before it begins"]);
            }

            last = interval.To;
        }
    }
}
