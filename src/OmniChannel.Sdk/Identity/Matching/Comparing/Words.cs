namespace OmniChannel.Identity.Matching.Comparing;

internal static class Words
{
    /// <summary>Dice's share of letters in words of three and more that both texts have.</summary>
    public static double Shared(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (!a.Contains(' ') || !b.Contains(' '))
        {
            return 0;
        }

        var shared = 0;
        foreach (var range in a.Split(' '))
        {
            var word = a[range];
            shared += word.Length >= 3 && Has(b, word) ? word.Length : 0;
        }

        return 2.0 * shared / (a.Length + b.Length - 2);
    }

    private static bool Has(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        foreach (var range in text.Split(' '))
        {
            if (text[range].SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }
}
