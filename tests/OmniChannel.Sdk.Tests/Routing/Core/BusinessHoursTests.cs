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
