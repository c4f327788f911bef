using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>Numbers and codes: mistyped, or alike in the first or last part (the area of a postal code, a phone without its area).</summary>
internal sealed class CodeComparer : FieldComparer
{
    public static readonly CodeComparer Instance = new();

    private const byte Edit = 1, TwoEdits = 2, SamePart = 3, Different = 4;

    public override IReadOnlyList<string> Levels { get; } = ["equal", "one edit", "two edits", "same part", "different"];

    public override IReadOnlyList<double> Prior { get; } = [0.72, 0.10, 0.04, 0.04, 0.10];

    public override byte Compare(ValueTable table, int a, int b)
    {
        var shorter = Math.Min(table[a].Length, table[b].Length);
        var edits = Edits(table, a, b, 2);
        if (edits <= 1 && shorter >= 2)
        {
            return Edit;
        }

        if (shorter >= 5 && (edits == 2 || Anagram(table, a, b)))
        {
            return TwoEdits;
        }

        var part = Math.Max(3, (shorter + 1) / 2);
        return shorter > part && (SameEnd(table.Text(a), table.Text(b), part) || table.Text(a)[..part].SequenceEqual(table.Text(b)[..part]))
            ? SamePart
            : Different;
    }

    private static bool SameEnd(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int part) => a[^part..].SequenceEqual(b[^part..]);
}
