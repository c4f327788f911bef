using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OmniChannel.Emulator.Mail;

/// <summary>The encodings of mail (RFC 2045, 2047), for UTF-8 and Latin-1; other sets read as UTF-8.</summary>
internal static partial class MailText
{
    /// <summary>The first plain text of a mail, or its HTML without tags.</summary>
    public static string Body(MailPart part, int depth = 0)
    {
        if (part.Value("Content-Type").StartsWith("multipart/", StringComparison.Ordinal) && depth < 5)
        {
            var boundary = "--" + part.Parameter("Content-Type", "boundary");
            var children = part.Body.Split(boundary).Skip(1).TakeWhile(c => !c.StartsWith("--", StringComparison.Ordinal))
                .Take(20).Select(c => MailPart.Read(c.TrimStart('\r', '\n'))).ToList();
            var best = children.FirstOrDefault(c => c.Value("Content-Type") is "text/plain" or "") ?? children.FirstOrDefault();
            return best is null ? "" : Body(best, depth + 1);
        }

        var text = Decode(Bytes(part.Body, part.Value("Content-Transfer-Encoding")), part.Parameter("Content-Type", "charset"));
        text = part.Value("Content-Type") == "text/html" ? System.Net.WebUtility.HtmlDecode(Tag().Replace(text, "")) : text;
        return text.ReplaceLineEndings("\n").Trim();
    }

    /// <summary>A header value with its encoded words decoded; white space between two of them is dropped.</summary>
    public static string Header(string value)
    {
        var joined = BetweenWords().Replace(value, "?==?");
        var isEncoded = EncodedWord().IsMatch(joined);
        return isEncoded ? EncodedWord().Replace(joined, Word) : Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(value));
    }

    /// <summary>Message ids in a header, without brackets.</summary>
    public static IReadOnlyList<string> Ids(string value) => [.. MessageId().Matches(value).Select(m => m.Groups[1].Value).Take(50)];

    /// <summary>The first mailbox of an address header.</summary>
    public static (string Address, string? Name) Mailbox(string value)
    {
        var text = Header(value);
        var open = text.LastIndexOf('<');
        var close = text.LastIndexOf('>');
        if (open < 0 || close < open)
        {
            return (text.Split(',')[0].Trim(), null);
        }

        var name = text[..open].Trim().Trim('"').Trim();
        return (text[(open + 1)..close].Trim(), name.Length > 0 ? name : null);
    }

    /// <summary>A code of four to eight digits that stands alone.</summary>
    public static string? Code(string text) => OneTimeCode().Match(text) is { Success: true } match ? match.Value : null;

    private static string Word(Match match)
    {
        var isBase64 = match.Groups[2].Value is "B" or "b";
        var text = isBase64 ? match.Groups[3].Value : match.Groups[3].Value.Replace('_', ' ');
        return Decode(Bytes(text, isBase64 ? "base64" : "quoted-printable"), match.Groups[1].Value);
    }

    private static byte[] Bytes(string text, string encoding) => encoding switch
    {
        "base64" => Base64(text),
        "quoted-printable" => QuotedPrintable(text),
        _ => Encoding.Latin1.GetBytes(text),
    };

    private static byte[] Base64(string text)
    {
        var clean = string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
        clean = clean[..(clean.Length - (clean.Length % 4 == 1 ? 1 : 0))];
        return Convert.FromBase64String(clean.PadRight((clean.Length + 3) / 4 * 4, '='));
    }

    private static byte[] QuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.Add((byte)text[i]);
            }
            else if (i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                i = text.IndexOf('\n', i) is var end and >= 0 ? end : text.Length;
            }
        }

        return [.. bytes];
    }

    private static string Decode(byte[] bytes, string charset) =>
        charset.ToLowerInvariant() is "iso-8859-1" or "latin1" or "windows-1252" ? Encoding.Latin1.GetString(bytes) : Encoding.UTF8.GetString(bytes);

    [GeneratedRegex(@"=\?([^?\s]{1,40})\?([BbQq])\?([^?\s]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex("<([^<>\\s]{1,900})>")]
    private static partial Regex MessageId();

    [GeneratedRegex("(?<![0-9A-Za-z.#+-])[0-9]{4,8}(?![0-9A-Za-z-])")]
    private static partial Regex OneTimeCode();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
