namespace OmniChannel.Identity.Matching.Fields;

/// <summary>
/// Parts whole names in kanji that are written without a blank, where other records of the column part them: by the longest family name that
/// stands there before a blank, else after two characters, as most Japanese family names have two.
/// </summary>
internal sealed class KanjiNames
{
    private const int Longest = 4;

    private readonly HashSet<string> families = new(StringComparer.Ordinal);

    /// <param name="names">The values of the column, folded.</param>
    public KanjiNames(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (IsKanji(name) && name.IndexOf(' ', StringComparison.Ordinal) is > 0 and <= Longest and var blank)
            {
                families.Add(name[..blank]);
            }
        }
    }

    /// <summary>The name with a blank between its parts.</summary>
    public string Part(string name)
    {
        if (!IsKanji(name) || name.Contains(' ', StringComparison.Ordinal) || name.Length < 3)
        {
            return name;
        }

        for (var length = Math.Min(Longest, name.Length - 1); length > 0; length--)
        {
            if (families.Contains(name[..length]))
            {
                return name.Insert(length, " ");
            }
        }

        return name.Insert(2, " ");
    }

    public static bool IsKanji(string name) => name.Length > 1 && name[0] is >= '\u3400' and <= '\u9fff';
}
