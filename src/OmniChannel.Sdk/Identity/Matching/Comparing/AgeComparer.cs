using System.Globalization;
using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>Ages and years of birth: one apart when they were written down at other times, mistyped, or near.</summary>
internal sealed class AgeComparer : FieldComparer
{
    public static readonly AgeComparer Instance = new();

    private const byte OneApart = 1, Edit = 2, Near = 3, Different = 4;

    public override IReadOnlyList<string> Levels { get; } = ["equal", "one apart", "one edit", "near", "different"];

    public override IReadOnlyList<double> Prior { get; } = [0.75, 0.12, 0.04, 0.04, 0.05];

    public override int LastAlike => OneApart;

    // Of two digits nearly every other one is an edit away, so only years of birth are told from others by it.
    public override byte Weak => Edit;

    public override byte Compare(ValueTable table, int a, int b)
    {
        if (!Number(table.Text(a), out var x) || !Number(table.Text(b), out var y))
        {
            return Edits(table, a, b, 1) <= 1 ? Edit : Different;
        }

        var apart = Math.Abs(x - y);
        return apart == 0 ? Exact
            : apart == 1 ? OneApart
            : Edits(table, a, b, 1) <= 1 ? Edit
            : apart <= 4 ? Near
            : Different;
    }

    private static bool Number(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
