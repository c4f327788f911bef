using System.Text;
using System.Text.Unicode;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// Bytes to text by charset name. Encodings come from the code page provider directly, which needs no globalization data
/// and changes nothing for the host process. Undecodable bytes become U+FFFD; an unknown name is read as unlabelled.
/// </summary>
internal static class MimeCharset
{
    private static readonly Encoding Windows1252 = CodePage(1252)!;
    private static readonly Encoding Iso2022Jp = CodePage(50220)!;

    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        var encoding = Find(charset);
        return encoding is null ? DecodeUnlabelled(bytes) : encoding.GetString(bytes);
    }

    /// <summary>Without a usable label: ISO-2022-JP by its escapes, UTF-8 if valid, else windows-1252.</summary>
    public static string DecodeUnlabelled(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return bytes.IndexOf("\u001b$"u8) >= 0 ? Iso2022Jp.GetString(bytes) : Encoding.UTF8.GetString(bytes);
        }

        return Windows1252.GetString(bytes);
    }

    private static Encoding? Find(string? charset)
    {
        var name = charset?.Trim().Trim('"', '\'').ToLowerInvariant();
        return name switch
        {
            // us-ascii is the default label, so mail that lies about it is common; unlabelled handling is kinder
            null or "" or "us-ascii" or "ascii" or "ansi_x3.4-1968" or "unknown-8bit" or "default" => null,
            "utf-8" or "utf8" => Encoding.UTF8,
            "utf-16" or "utf-16le" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            // the WHATWG Encoding Standard reads latin1 as windows-1252: senders mean the curly quotes
            "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "cp1252" => Windows1252,
            "cp932" or "windows-31j" or "ms_kanji" or "x-sjis" or "sjis" or "shift-jis" => CodePage(932),
            "iso-2022-jp" or "csiso2022jp" or "iso-2022-jp-ms" or "iso-2022-jp-1" => Iso2022Jp,
            "eucjp" or "x-euc-jp" or "ujis" => CodePage(51932),
            "iso8859-15" or "latin9" or "latin-9" => CodePage(28605),
            "utf-7" or "unicode-1-1-utf-7" => null,
            _ => name.Length > 40 ? null : Named(name),
        };
    }

    private static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(
                name, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? CodePage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(
        page, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
}
