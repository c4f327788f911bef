using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>Streets, places and other words: misspelt, with words missing or added, or written in a neighbouring field.</summary>
internal sealed class TextComparer : FieldComparer
{
    public static readonly TextComparer Instance = new();

    private const byte Edit = 1, Alike = 2, SharedWords = 3, Near = 4, SwappedEqual = 5, SwappedAlike = 6, Different = 7;

    public override IReadOnlyList<string> Levels { get; } =
        ["equal", "one edit", "alike", "shared words", "near", "swapped", "swapped and alike", "different"];

    public override IReadOnlyList<double> Prior { get; } = [0.65, 0.10, 0.06, 0.03, 0.03, 0.02, 0.01, 0.10];

    public override byte Swapped(byte crossLevel) => crossLevel == Exact ? SwappedEqual : SwappedAlike;

    public override byte Compare(ValueTable table, int a, int b)
    {
        ref readonly var x = ref table[a];
        ref readonly var y = ref table[b];
        var shorter = Math.Min(x.Length, y.Length);
        var limit = Math.Clamp(shorter / 5, 1, 4);
        var edits = Edits(table, a, b, limit);
        if (shorter >= 4 && (edits == 1 || Anagram(table, a, b)))
        {
            return Edit;
        }

        if (shorter >= 4 && edits <= limit)
        {
            return Alike;
        }

        var likeness = Likeness(table, a, b, 0.8);
        return likeness >= 0.92 ? Alike
            : Words.Shared(table.Text(a), table.Text(b)) >= 0.5 ? SharedWords
            : likeness >= 0.8 ? Near
            : Different;
    }
}
