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
    private readonly OpenInterval[][] _week = new OpenInterval[7][];
    private readonly Dictionary<DateOnly, IReadOnlyList<OpenInterval>> _days;

    /// <summary>Makes hours.</summary>
    /// <param name="zone">IANA id, such as <c>Asia/Tokyo</c>.</param>
    /// <param name="week">Hours by day of the week; days that are not named are closed, those named more than once have all of their hours.</param>
    /// <param name="exceptions">Hours of certain dates, in place of the week's; an empty list is a holiday.</param>
    /// <exception cref="RoutingConfigurationException">The zone is unknown, or hours overlap or end before they begin.</exception>
    public BusinessHours(string zone, IEnumerable<BusinessDay> week, IReadOnlyDictionary<DateOnly, IReadOnlyList<OpenInterval>>? exceptions = null)
    {
        _zone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? found
            : throw new RoutingConfigurationException([$"Zone: there is no time zone '{zone}'"]);
        var days = week.ToLookup(d => d.Day, d => d.Hours);
        for (var day = 0; day < _week.Length; day++)
        {
            foreach (var hours in days[(DayOfWeek)day])
            {
                Check(hours);
            }

            _week[day] = [.. days[(DayOfWeek)day].SelectMany(h => h).OrderBy(h => h.From)];
            Check(_week[day]);
        }

        _days = new(exceptions ?? new Dictionary<DateOnly, IReadOnlyList<OpenInterval>>());
        foreach (var hours in _days.Values)
        {
            Check(hours);
        }
    }

    /// <summary>Whether it is open at a moment: by what clocks show there, so hours that come twice in autumn are open twice.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, _zone);
        return On(DateOnly.FromDateTime(local.DateTime)).Any(h => local.TimeOfDay >= h.From && local.TimeOfDay < h.To);
    }

    /// <summary>The next moment at which it opens, <paramref name="at"/> itself when it is open; null when not within 400 days.</summary>
    /// <remarks>An opening time that the clocks skip in spring opens when they have been put forward, unless the closing time is skipped too.</remarks>
    public DateTimeOffset? NextOpening(DateTimeOffset at)
    {
        if (IsOpen(at))
        {
            return at;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);
        for (var day = today; day.DayNumber < Math.Min(DateOnly.MaxValue.DayNumber, today.DayNumber + HorizonDays); day = day.AddDays(1))
        {
            var opens = Openings(day).Where(o => o > at && IsOpen(o)).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
            if (opens < DateTimeOffset.MaxValue)
            {
                return TimeZoneInfo.ConvertTime(opens, _zone);
            }
        }

        return null;
    }

    // Where it may open on a day: at each beginning, of which there may be two in autumn, and when the clocks are changed.
    private IEnumerable<DateTimeOffset> Openings(DateOnly day)
    {
        var (first, last) = (day.ToDateTime(TimeOnly.MinValue), day.AddDays(1).ToDateTime(TimeOnly.MinValue));
        foreach (var from in On(day).Select(hours => first.Add(hours.From)).Where(from => !_zone.IsInvalidTime(from)))
        {
            foreach (var offset in _zone.IsAmbiguousTime(from) ? _zone.GetAmbiguousTimeOffsets(from) : [_zone.GetUtcOffset(from)])
            {
                yield return new(from, offset);
            }
        }

        if (ChangeOfClocks(first, last) is { } change && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(change, _zone).DateTime) == day)
        {
            yield return change;
        }
    }

    private DateTimeOffset? ChangeOfClocks(DateTime first, DateTime last)
    {
        // A local day lies within these: zones are at most 14 hours from Greenwich.
        var (before, after) = (new DateTimeOffset(first, TimeSpan.FromHours(14)), new DateTimeOffset(last, TimeSpan.FromHours(-14)));
        var offset = _zone.GetUtcOffset(before);
        if (_zone.GetUtcOffset(after) == offset)
        {
            return null;
        }

        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before + TimeSpan.FromSeconds(Math.Floor((after - before).TotalSeconds / 2));
            (before, after) = _zone.GetUtcOffset(middle) == offset ? (middle, after) : (before, middle);
        }

        return after;
    }

    private IReadOnlyList<OpenInterval> On(DateOnly day) => _days.TryGetValue(day, out var hours) ? hours : _week[(int)day.DayOfWeek];

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
