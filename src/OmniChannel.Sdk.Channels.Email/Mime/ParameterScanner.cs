using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>Reads a run of a structured field: quoted strings lose their quotes, comments disappear.</summary>
internal static class ParameterScanner
{
    /// <summary>Reads from <paramref name="position"/> to one of the stop characters, which is left unread.</summary>
    public static string ReadUntil(string text, ref int position, string stops)
    {
        var output = new StringBuilder();
        while (position < text.Length)
        {
            var c = text[position];
            if (stops.Contains(c))
            {
                break;
            }

            if (c == '"')
            {
                ReadQuoted(text, ref position, output);
            }
            else if (c == '(')
            {
                SkipComment(text, ref position, null);
            }
            else
            {
                output.Append(c);
                position++;
            }
        }

        return output.ToString();
    }

    /// <summary>Reads a quoted string without its quotes; an unclosed one runs to the end.</summary>
    public static void ReadQuoted(string text, ref int position, StringBuilder output)
    {
        position++;
        while (position < text.Length && text[position] != '"')
        {
            // RFC 2045 escapes any character; a Windows path in a file name is more likely than an escaped letter
            if (text[position] == '\\' && position + 1 < text.Length && text[position + 1] is '"' or '\\')
            {
                position++;
            }

            output.Append(text[position++]);
        }

        position = Math.Min(position + 1, text.Length);
    }

    /// <summary>Skips a comment with the comments inside it, keeping its text when asked.</summary>
    public static void SkipComment(string text, ref int position, StringBuilder? output)
    {
        var depth = 0;
        while (position < text.Length)
        {
            var c = text[position++];
            depth += c switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return;
            }

            if (c == '\\' && position < text.Length)
            {
                c = text[position++];
            }
            else if (c == '(' && depth == 1)
            {
                continue;
            }

            output?.Append(c);
        }
    }
}
