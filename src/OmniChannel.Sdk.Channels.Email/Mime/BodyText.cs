using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>Last step for any body: LF line ends, no control characters but tab, no trailing blanks, bounded length.</summary>
internal static class BodyText
{
    public static string Clean(string text, int maxChars, out bool truncated)
    {
        truncated = text.Length > maxChars;
        var length = truncated ? maxChars : text.Length;
        if (truncated && length > 0 && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        var clean = new StringBuilder(length);
        for (var i = 0; i < length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 >= text.Length || text[i + 1] != '\n')
                {
                    clean.Append('\n');
                }
            }
            else if (c is '\n' or '\t' || (!char.IsControl(c) && c != '\uFEFF'))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().TrimEnd();
    }
}
