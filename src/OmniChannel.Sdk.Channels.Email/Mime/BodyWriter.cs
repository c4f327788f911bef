using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// Writes a text body in UTF-8: as it is when it is short ASCII lines, else quoted-printable, or base64 where that is
/// shorter. What is written never contains a line that starts with a dot, "From " or "--".
/// </summary>
internal static class BodyWriter
{
    private const int LineLength = 76;

    /// <summary>The headers of the body, an empty line and the body, which ends with CRLF.</summary>
    public static void Write(StringBuilder output, string subtype, string text)
    {
        var body = CrLf(text);
        var bytes = Encoding.UTF8.GetBytes(body);
        var plain = IsPlain(body);
        var nonAscii = bytes.Count(b => b >= 128);
        var base64 = nonAscii > bytes.Length / 5;
        output.Append("Content-Type: text/").Append(subtype).Append("; charset=utf-8\r\n")
            .Append("Content-Transfer-Encoding: ").Append(plain ? "7bit" : base64 ? "base64" : "quoted-printable").Append("\r\n\r\n");
        if (plain)
        {
            output.Append(body);
        }
        else if (base64)
        {
            output.Append(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
        }
        else
        {
            WriteQuotedPrintable(output, bytes);
        }
    }

    private static string CrLf(string text)
    {
        var body = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);
        return body.EndsWith('\n') ? body : body + "\r\n";
    }

    private static bool IsPlain(string body)
    {
        if (body.Any(c => c is not ((>= ' ' and <= '~') or '\r' or '\n')))
        {
            return false;
        }

        foreach (var line in body.AsSpan().EnumerateLines())
        {
            if (line.Length > LineLength || line.StartsWith(".") || line.StartsWith("--")
                || line.StartsWith("From ") || line.EndsWith(" "))
            {
                return false;
            }
        }

        return true;
    }

    private static void WriteQuotedPrintable(StringBuilder output, byte[] bytes)
    {
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == '\r' && i + 1 < bytes.Length && bytes[i + 1] == '\n')
            {
                output.Append("\r\n");
                column = 0;
                i++;
                continue;
            }

            var beforeEnd = i + 1 >= bytes.Length || bytes[i + 1] == '\r';
            var literal = b is > 32 and < 127 && b != '=' && !(column == 0 && b is (byte)'.' or (byte)'F' or (byte)'-');
            literal |= b is (byte)' ' or (byte)'\t' && !beforeEnd;
            if (column + (literal ? 1 : 3) > LineLength - 1)
            {
                output.Append("=\r\n");
                column = 0;
                literal &= b is not ((byte)'.' or (byte)'F' or (byte)'-');
            }

            column += literal ? 1 : 3;
            _ = literal ? output.Append((char)b) : output.Append('=').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
