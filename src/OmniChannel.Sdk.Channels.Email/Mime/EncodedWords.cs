using System.Buffers;
using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// Decodes encoded words (RFC 2047). White space between two of them disappears, and neighbours of one charset are joined
/// as bytes first, because many senders cut inside a character.
/// </summary>
internal static class EncodedWords
{
    // RFC 2047 allows 75 characters; senders that put a whole subject in one word exist. The bound keeps scans linear.
    private const int MaxWordLength = 4096;
    private const int MaxCharsetLength = 60;

    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var output = new StringBuilder(text.Length);
        var pending = new ArrayBufferWriter<byte>(128);
        string? pendingCharset = null;
        var position = 0;
        while (position < text.Length)
        {
            var start = text.IndexOf("=?", position, StringComparison.Ordinal);
            if (start < 0)
            {
                break;
            }

            if (!TryMatch(text, start, out var word))
            {
                Flush(output, pending, ref pendingCharset);
                output.Append(text, position, start + 2 - position);
                position = start + 2;
                continue;
            }

            var gap = text.AsSpan(position, start - position);
            if (pendingCharset is null || !gap.IsWhiteSpace())
            {
                Flush(output, pending, ref pendingCharset);
                output.Append(gap);
            }

            var charset = text.Substring(word.CharsetStart, word.CharsetLength);
            if (pendingCharset is not null && !pendingCharset.Equals(charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush(output, pending, ref pendingCharset);
            }

            pendingCharset = charset;
            DecodeWord(text.AsSpan(word.TextStart, word.TextLength), word.IsBase64, pending);
            position = word.End;
        }

        Flush(output, pending, ref pendingCharset);
        return output.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Whether an encoded word starts here. Looks ahead a bounded distance only.</summary>
    public static bool TryMatch(string text, int start, out EncodedWord word)
    {
        word = default;
        var window = text.AsSpan(start, Math.Min(MaxWordLength, text.Length - start));
        if (!window.StartsWith("=?"))
        {
            return false;
        }

        var charsetEnd = window[2..Math.Min(window.Length, 2 + MaxCharsetLength)].IndexOf('?') + 2;
        if (charsetEnd <= 2 || charsetEnd + 2 >= window.Length || window[charsetEnd + 2] != '?'
            || window[charsetEnd + 1] is not ('b' or 'B' or 'q' or 'Q') || window[2..charsetEnd].ContainsAny(" \t=\""))
        {
            return false;
        }

        var textStart = charsetEnd + 3;
        var length = window[textStart..].IndexOf("?=", StringComparison.Ordinal);
        if (length < 0)
        {
            return false;
        }

        // RFC 2231 section 5: charset*language
        var star = window[2..charsetEnd].IndexOf('*');
        word = new EncodedWord(start + 2, star > 0 ? star : charsetEnd - 2, start + textStart, length,
            start + textStart + length + 2, window[charsetEnd + 1] is 'b' or 'B');
        return true;
    }

    private static void DecodeWord(ReadOnlySpan<char> text, bool base64, ArrayBufferWriter<byte> output)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        output.Write(base64
            ? Base64Body.Decode(bytes.AsSpan(0, length))
            : QuotedPrintable.DecodeWord(bytes.AsSpan(0, length)));
    }

    private static void Flush(StringBuilder output, ArrayBufferWriter<byte> pending, ref string? charset)
    {
        if (charset is not null)
        {
            output.Append(MimeCharset.Decode(pending.WrittenSpan, charset));
            pending.ResetWrittenCount();
            charset = null;
        }
    }
}
