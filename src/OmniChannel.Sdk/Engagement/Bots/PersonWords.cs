namespace OmniChannel.Engagement.Bots;

/// <summary>
/// Whether somebody asks for a person: one of the phrases stands in the text as whole words, or is all of it. Phrases of scripts without spaces
/// between words are found anywhere. What has an @ in it is an address, not a wish.
/// </summary>
internal sealed class PersonWords(IReadOnlyList<string> phrases)
{
    private static readonly char[] Spaces = [' ', '\t', '\r', '\n', '\u3000'];

    public static PersonWords Default { get; } = new(
    [
        "agent", "person", "human", "operator", "a person", "a human", "an agent", "an operator", "real person", "human agent", "human being", "live agent",
        "オペレーター", "担当者", "人と話", "有人",
    ]);

    /// <summary>One word counts only where it is all that was said: "human" asks for somebody, "the human race" does not.</summary>
    public bool Asks(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        var said = Words(text);
        return phrases.Any(phrase => phrase.Any(c => c > '\u2fff')
            ? text.Contains(phrase, StringComparison.Ordinal)
            : Words(phrase) is var words && words.Count > 0 && (words.Count == 1 ? said.SequenceEqual(words) : Contains(said, words)));
    }

    private static bool Contains(List<string> said, List<string> words) =>
        Enumerable.Range(0, Math.Max(0, said.Count - words.Count + 1)).Any(at => said.GetRange(at, words.Count).SequenceEqual(words));

    private static List<string> Words(string text) =>
    [
        .. text.Split(Spaces, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim('.', ',', '!', '?', ';', ':', '"', '\'', '(', ')').ToLowerInvariant()).Where(w => w.Length > 0 && w != "please"),
    ];
}
