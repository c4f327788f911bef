using System.Globalization;

namespace OmniChannel.Channels.Transcoding;

/// <summary>Splits a text over a limit at a paragraph, a sentence or a word, and never inside a character.</summary>
internal static class TextSplitter
{
    private static readonly string[] Breaks = ["\n\n", "\n", ". ", "。", "! ", "? ", "！", "？", " ", "　"];

    public static IReadOnlyList<string> Split(string text, TextLimit? limit)
    {
        if (limit is null || TextMeasure.Fits(text, limit))
        {
            return [text];
        }

        var parts = new List<string>();
        var rest = text;
        while (!TextMeasure.Fits(rest, limit))
        {
            var cut = Cut(rest, limit);
            var part = rest[..cut].TrimEnd();
            if (part.Length > 0)
            {
                parts.Add(part);
            }

            rest = rest[cut..].TrimStart();
        }

        if (rest.Length > 0)
        {
            parts.Add(rest);
        }

        return parts;
    }

    private static int Cut(string text, TextLimit limit)
    {
        var longest = Longest(text, limit);
        var window = text[..longest];
        foreach (var mark in Breaks)
        {
            var at = window.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > longest / 3)
            {
                return at + mark.Length;
            }
        }

        return longest;
    }

    /// <summary>The longest prefix of whole text elements that fits; at least one element.</summary>
    private static int Longest(string text, TextLimit limit)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        int low = 1, high = starts.Length;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var end = middle < starts.Length ? starts[middle] : text.Length;
            if (TextMeasure.Fits(text[..end], limit))
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low < starts.Length ? starts[low] : text.Length;
    }
}
