using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

public sealed class BusinessHoursTests
{
    private static readonly DateOnly Holiday = new(2026, 1, 12);

    private static BusinessHours Hours(string zone, double from = 9, double to = 18) => new(
        zone,
        Enum.GetValues<DayOfWeek>().Where(d => d is not DayOfWeek.Saturday and not DayOfWeek.Sunday).Select(day => new BusinessDay
        {
            Day = day,
            Hours = [new() { From = TimeSpan.FromHours(from), To = TimeSpan.FromHours(to) }],
        }),
        new Dictionary<DateOnly, IReadOnlyList<OpenInterval>> { [Holiday] = [] });

    [Theory]
    [InlineData("2026-01-09T08:59:59+09:00", false)]
    [InlineData("2026-01-09T09:00:00+09:00", true)]
    [InlineData("2026-01-09T08:59:00Z", true)]
    [InlineData("2026-01-09T18:00:00+09:00", false)]
    [InlineData("2026-01-10T12:00:00+09:00", false)]
    [InlineData("2026-01-12T12:00:00+09:00", false)]
    public void IsOpen_InTokyo_GoesByItsClockWeekAndHolidays(string at, bool open) =>
        Assert.Equal(open, Hours("Asia/Tokyo").IsOpen(At(at)));

    [Fact]
    public void NextOpening_FridayEveningBeforeAHoliday_IsTuesday() =>
        Assert.Equal(At("2026-01-13T09:00:00+09:00"), Hours("Asia/Tokyo").NextOpening(At("2026-01-09T19:00:00+09:00")));

    [Fact]
    public void NextOpening_OverAChangeOfClocks_KeepsTheLocalHour() =>
        Assert.Equal(At("2026-03-30T09:00:00+02:00"), Hours("Europe/Berlin").NextOpening(At("2026-03-27T18:00:00+01:00")));

    [Fact]
    public void NextOpening_HourThatIsSkipped_IsWhenClocksWerePutForward()
    {
        var hours = new BusinessHours(
            "Europe/Berlin",
            [new() { Day = DayOfWeek.Sunday, Hours = [new() { From = TimeSpan.FromHours(2.5), To = TimeSpan.FromHours(6) }] }]);
        Assert.Equal(At("2026-03-29T03:00:00+02:00"), hours.NextOpening(At("2026-03-29T00:00:00+01:00")));
    }

    [Theory]
    [InlineData(1, 2.5, "2026-10-25T00:45:00Z", "2026-10-25T01:00:00Z")]
    [InlineData(2, 2.5, "2026-10-25T00:45:00Z", "2026-10-25T01:00:00Z")]
    [InlineData(2.25, 2.5, "2026-10-24T12:00:00Z", "2026-10-25T00:15:00Z")]
    [InlineData(2.25, 2.5, "2026-10-25T00:30:00Z", "2026-10-25T01:15:00Z")]
    [InlineData(2.25, 2.5, "2026-10-25T01:30:00Z", "2026-11-01T01:15:00Z")]
    [InlineData(2, 3, "2026-03-28T12:00:00Z", "2026-04-05T00:00:00Z")]
    [InlineData(2.5, 3.5, "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    public void NextOpening_AroundAChangeOfClocks_IsTheFirstMomentThatIsOpen(double from, double to, string at, string opens)
    {
        var hours = new BusinessHours("Europe/Berlin", [new() { Day = DayOfWeek.Sunday, Hours = [Interval(from, to)] }]);
        Assert.Equal(At(opens), hours.NextOpening(At(at)));
        for (var minute = At(at); minute < At(opens) && minute < At(at).AddHours(20); minute = minute.AddMinutes(1))
        {
            Assert.False(hours.IsOpen(minute), $"{minute} is open");
        }

        Assert.True(hours.IsOpen(At(opens)));
    }

    [Fact]
    public void Hours_DayNamedTwice_HasBoth()
    {
        var hours = new BusinessHours("Asia/Tokyo", [Monday(13, 17), Monday(9, 12)]);
        Assert.True(hours.IsOpen(At("2026-01-05T10:00:00+09:00")));
        Assert.False(hours.IsOpen(At("2026-01-05T12:30:00+09:00")));
        Assert.True(hours.IsOpen(At("2026-01-05T16:00:00+09:00")));
        Assert.Equal(At("2026-01-05T13:00:00+09:00"), hours.NextOpening(At("2026-01-05T12:00:00+09:00")));
        Assert.Throws<RoutingConfigurationException>(() => new BusinessHours("Asia/Tokyo", [Monday(13, 17), Monday(9, 14)]));
    }

    private static BusinessDay Monday(double from, double to) => new() { Day = DayOfWeek.Monday, Hours = [Interval(from, to)] };

    private static OpenInterval Interval(double from, double to) => new() { From = TimeSpan.FromHours(from), To = TimeSpan.FromHours(to) };

    [Fact]
    public void NextOpening_NeverOpen_IsNull() => Assert.Null(new BusinessHours("Asia/Tokyo", []).NextOpening(At("2026-01-09T19:00:00+09:00")));

    [Fact]
    public void Hours_UnknownZoneOrTurnedRound_AreRefused()
    {
        Assert.Throws<RoutingConfigurationException>(() => Hours("Europe/Nowhere"));
        Assert.Throws<RoutingConfigurationException>(() => Hours("Asia/Tokyo", 18, 9));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
