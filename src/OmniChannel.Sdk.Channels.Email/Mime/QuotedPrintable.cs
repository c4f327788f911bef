namespace OmniChannel.Channels.Email.Mime;

/// <summary>Quoted-printable bodies (RFC 2045 section 6.7) and the Q encoding of headers (RFC 2047 section 4.2).</summary>
internal static class QuotedPrintable
{
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var output = new byte[text.Length];
        var length = 0;
        var position = 0;
        while (position < text.Length)
        {
            var rest = text[position..];
            var newline = rest.IndexOf((byte)'\n');
            var line = newline < 0 ? rest : rest[..newline];
            position += newline < 0 ? rest.Length : newline + 1;
            var cr = line.Length > 0 && line[^1] == '\r';
            if (newline >= 0 || cr)
            {
                // white space at the end of a line was added in transport
                line = line.TrimEnd(" \t\r"u8);
            }

            var soft = line.Length > 0 && line[^1] == '=';
            length += DecodeLine(soft ? line[..^1] : line, output.AsSpan(length), underscoreIsSpace: false);
            if (newline >= 0 && !soft)
            {
                if (cr)
                {
                    output[length++] = (byte)'\r';
                }

                output[length++] = (byte)'\n';
            }
        }

        return output.AsSpan(0, length).ToArray();
    }

    public static byte[] DecodeWord(ReadOnlySpan<byte> text)
    {
        var output = new byte[text.Length];
        var length = DecodeLine(text, output, underscoreIsSpace: true);
        return output.AsSpan(0, length).ToArray();
    }

    private static int DecodeLine(ReadOnlySpan<byte> line, Span<byte> output, bool underscoreIsSpace)
    {
        var length = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var b = line[i];
            if (b == '=' && i + 2 < line.Length && Hex.Pair(line[i + 1], line[i + 2]) is var decoded and >= 0)
            {
                output[length++] = (byte)decoded;
                i += 2;
            }
            else
            {
                output[length++] = underscoreIsSpace && b == '_' ? (byte)' ' : b;
            }
        }

        return length;
    }
}
