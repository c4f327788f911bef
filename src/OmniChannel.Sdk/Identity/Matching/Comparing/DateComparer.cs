using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>Dates of birth: mistyped, day and month swapped, one part wrong, or near in time.</summary>
internal sealed class DateComparer : FieldComparer
{
    public static readonly DateComparer Instance = new();

    private const byte Edit = 1, TwoParts = 2, Near = 3, SameYear = 4, Season = 5, Different = 6;

    public override IReadOnlyList<string> Levels { get; } =
        ["equal", "one edit or swapped parts", "two parts equal", "within six weeks", "near in another year", "one part or two edits", "different"];

    public override IReadOnlyList<double> Prior { get; } = [0.75, 0.09, 0.05, 0.03, 0.02, 0.02, 0.04];

    public override byte Weak => Season;

    public override byte Compare(ValueTable table, int a, int b)
    {
        var (x, y) = (table[a].Date, table[b].Date);
        if (x == 0 || y == 0)
        {
            var edits = Edits(table, a, b, 2);
            return edits == 1 ? Edit : edits == 2 ? Season : Different;
        }

        var (year, month, day) = (x / 10000, x / 100 % 100, x % 100);
        var (otherYear, otherMonth, otherDay) = (y / 10000, y / 100 % 100, y % 100);
        var changed = Edits(table, a, b, 2);
        if (changed == 1 || (year == otherYear && month == otherDay && day == otherMonth))
        {
            return Edit;
        }

        var equal = (year == otherYear ? 1 : 0) + (month == otherMonth ? 1 : 0) + (day == otherDay ? 1 : 0);
        if (equal == 2)
        {
            return TwoParts;
        }

        var days = Math.Abs((month * 30) + day - (otherMonth * 30) - otherDay);
        var whole = Math.Abs(((year - otherYear) * 360) + ((month - otherMonth) * 30) + day - otherDay);
        days = Math.Min(days, 360 - days);
        return whole <= 45 ? Near
            : days <= 40 && (Math.Abs(year - otherYear) is 1 or 10) ? SameYear
            : changed == 2 || (days <= 40 && Math.Abs(year - otherYear) <= 11) ? Season
            : Different;
    }
}
