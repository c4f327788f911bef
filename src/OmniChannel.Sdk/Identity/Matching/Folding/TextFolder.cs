using System.Text;

namespace OmniChannel.Identity.Matching.Folding;

/// <summary>
/// Brings text to the form in which it is compared: width, case, accents, kana, dashes and variant kanji do not matter afterwards.
/// Works from tables of our own, so that the result is the same in every culture and on every machine.
/// </summary>
internal static class TextFolder
{
    private const char Nothing = '\0';
    private const string Voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
    private const string Voiceless = "カキクケコサシスセソタチツテトハヒフヘホウ";
    private const string HalfVoiced = "パピプペポ";
    private const string HalfVoiceless = "ハヒフヘホ";

    private static readonly Dictionary<char, char> Variants = VariantKanji.Read();

    private static readonly Dictionary<char, string> Doubles = FoldTables.Doubles.Chunk(3).ToDictionary(c => c[0], c => new string(c, 1, 2));

    /// <summary>The folded text: words apart by one blank, punctuation gone except what <paramref name="keep"/> holds.</summary>
    public static string Fold(ReadOnlySpan<char> text, ReadOnlySpan<char> keep = default)
    {
        var builder = new StringBuilder(text.Length);
        var gap = false;
        foreach (var raw in text)
        {
            if (raw is 'ﾞ' or 'ﾟ' or '\u3099' or '\u309a')
            {
                Voice(builder, raw is 'ﾞ' or '\u3099');
                continue;
            }

            var c = Char(raw);
            if (c != Nothing && (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || keep.Contains(c)))
            {
                if (gap && builder.Length > 0)
                {
                    builder.Append(' ');
                }

                gap = false;
                Append(builder, c);
            }
            else
            {
                gap |= c != Nothing;
            }
        }

        return builder.ToString();
    }

    /// <summary>One character without width, case, accent or variant; nothing for marks that only modify and for apostrophes.</summary>
    private static char Char(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        >= 'A' and <= 'Z' => (char)(c + 32),
        '\'' or '’' or '‘' or '`' or '´' => Nothing,
        < '\u0080' => c,
        >= '\uff01' and <= '\uff5e' => Char(FullWidth.Narrow(c)),
        >= '\u00c0' and <= '\u024f' => FoldTables.Latin[c - 0xc0] is var l and not '.' ? l : char.ToLowerInvariant(c),
        >= '\u0300' and <= '\u036f' => Nothing,
        >= '\u1e00' and <= '\u1eff' => FoldTables.LatinAdditional[c - 0x1e00] is var l and not '.' ? l : char.ToLowerInvariant(c),
        >= 'ぁ' and <= 'ゖ' => (char)(c + 0x60),
        >= '\uff66' and <= '\uff9d' => FoldTables.HalfWidthKana[c - 0xff66],
        >= '\uf900' and <= '\ufad9' => FoldTables.CompatibilityIdeographs[c - 0xf900] is var k and not '.' ? Variant(k) : c,
        >= '\u2010' and <= '\u2015' or '\u2212' or '\uff0d' => '-',
        '\u3000' => ' ',
        _ => Variant(char.ToLowerInvariant(c)),
    };

    private static char Variant(char c) => c >= '\u4e00' && Variants.TryGetValue(c, out var plain) ? plain : c;

    private static void Append(StringBuilder builder, char c)
    {
        if (c >= '\u00c0' && Doubles.TryGetValue(c, out var two))
        {
            builder.Append(two);
        }
        else
        {
            builder.Append(c);
        }
    }

    private static void Voice(StringBuilder builder, bool full)
    {
        if (builder.Length == 0)
        {
            return;
        }

        var at = (full ? Voiceless : HalfVoiceless).IndexOf(builder[^1], StringComparison.Ordinal);
        if (at >= 0)
        {
            builder[^1] = (full ? Voiced : HalfVoiced)[at];
        }
    }
}
