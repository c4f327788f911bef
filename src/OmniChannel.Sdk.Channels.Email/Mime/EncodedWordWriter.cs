using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>Encoded words in UTF-8 and base64, each at most 75 characters and never cut inside a character (RFC 2047).</summary>
internal static class EncodedWordWriter
{
    // 39 bytes make a word of 64 characters, short enough to stand on the line of the field name
    private const int MaxBytes = 39;
    private const int LongestPlainWord = 60;

    /// <summary>Plain text survives folding and reading only if it is short ASCII words between single spaces.</summary>
    public static bool IsNeeded(string text)
    {
        var word = 0;
        foreach (var c in text)
        {
            word = c == ' ' ? 0 : word + 1;
            if (c is < ' ' or > '~' || word > LongestPlainWord)
            {
                return true;
            }
        }

        return text.Contains("  ", StringComparison.Ordinal) || text.Contains("=?", StringComparison.Ordinal)
            || text.StartsWith(' ') || text.EndsWith(' ');
    }

    public static IEnumerable<string> Encode(string text)
    {
        var bytes = new byte[MaxBytes];
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > MaxBytes)
            {
                yield return Word(bytes, length);
                length = 0;
            }

            length += rune.EncodeToUtf8(bytes.AsSpan(length));
        }

        if (length > 0)
        {
            yield return Word(bytes, length);
        }
    }

    private static string Word(byte[] bytes, int length) => $"=?utf-8?B?{Convert.ToBase64String(bytes, 0, length)}?=";
}
