using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>E-mail addresses: mistyped, or the same local part at another provider.</summary>
internal sealed class EmailComparer : FieldComparer
{
    public static readonly EmailComparer Instance = new();

    private const byte Edit = 1, Alike = 2, SameLocal = 3, LocalAlike = 4, Different = 5;

    public override IReadOnlyList<string> Levels { get; } = ["equal", "one edit", "alike", "same local part", "local part alike", "different"];

    public override IReadOnlyList<double> Prior { get; } = [0.70, 0.08, 0.05, 0.05, 0.02, 0.10];

    public override byte Compare(ValueTable table, int a, int b)
    {
        var edits = Edits(table, a, b, 4);
        if (edits <= 1 || Anagram(table, a, b))
        {
            return Edit;
        }

        if (Math.Min(table[a].Length, table[b].Length) >= 10 && edits <= 4)
        {
            return Alike;
        }

        var x = Local(table, a);
        var y = Local(table, b);
        if (x.Length >= 2 && x.SequenceEqual(y))
        {
            return SameLocal;
        }

        return Likeness(table, a, b, 0.93) >= 0.93 ? Alike
            : x.Length >= 5 && y.Length >= 5 && TextDistance.JaroWinkler(x, y) >= 0.92 ? LocalAlike
            : Different;
    }

    public static ReadOnlySpan<char> Local(ValueTable table, int value)
    {
        var at = table[value].At;
        return at > 0 ? table.Text(value)[..at] : table.Text(value);
    }
}
