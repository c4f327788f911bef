using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>Given and family names: misspelt, heard wrong, shortened, or swapped.</summary>
internal sealed class NameComparer : FieldComparer
{
    public static readonly NameComparer Instance = new();

    private const byte Edit = 1, Alike = 2, Short = 3, Near = 4, SwappedEqual = 5, SwappedAlike = 6, Different = 7;

    public override IReadOnlyList<string> Levels { get; } =
        ["equal", "one edit", "alike", "short form", "near", "swapped", "swapped and alike", "different"];

    public override IReadOnlyList<double> Prior { get; } = [0.72, 0.08, 0.05, 0.03, 0.02, 0.03, 0.01, 0.06];

    public override byte Weak => Near;

    public override byte Swapped(byte crossLevel) => crossLevel == Exact ? SwappedEqual : SwappedAlike;

    public override byte Compare(ValueTable table, int a, int b)
    {
        ref readonly var x = ref table[a];
        ref readonly var y = ref table[b];
        var shorter = Math.Min(x.Length, y.Length);
        var longer = Math.Max(x.Length, y.Length);
        var edits = Edits(table, a, b, 2);
        if ((edits == 1 && longer >= 4) || (shorter >= 4 && Anagram(table, a, b)))
        {
            return Edit;
        }

        if (edits == 2 && shorter >= 6)
        {
            return Alike;
        }

        var prefix = TextDistance.CommonPrefix(table.Text(a), table.Text(b), shorter);
        if (prefix == shorter && (shorter == 1 || shorter >= 3))
        {
            return shorter >= 3 && longer - shorter <= 2 ? Alike : Short;
        }

        // Two letters of three are no likeness, and two characters of three are another name.
        if (shorter < (IsIdeograph(table.Text(a)[0]) ? 4 : 3))
        {
            return Sound(x, y) ? Alike : Different;
        }

        var likeness = Likeness(table, a, b, 0.78);
        return likeness >= 0.89 || (Sound(x, y) && likeness > 0) ? Alike
            : likeness >= 0.78 || (edits == 2 && shorter >= 4) ? Near
            : Different;
    }

    private static bool Sound(in ValueTable.Facts x, in ValueTable.Facts y) => x.Phonetic != 0 && x.Phonetic == y.Phonetic;

    private static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9fff';
}
