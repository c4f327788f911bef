using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>One of a few values; a typo of three letters and more is told from another value.</summary>
internal sealed class CategoryComparer : FieldComparer
{
    public static readonly CategoryComparer Instance = new();

    public override IReadOnlyList<string> Levels { get; } = ["equal", "one edit", "different"];

    public override IReadOnlyList<double> Prior { get; } = [0.85, 0.05, 0.10];

    public override int LastAlike => 1;

    public override byte Compare(ValueTable table, int a, int b) =>
        (byte)(Math.Min(table[a].Length, table[b].Length) >= 2 && Math.Max(table[a].Length, table[b].Length) >= 3 && Edits(table, a, b, 1) <= 1 ? 1 : 2);
}
