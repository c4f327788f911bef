using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>Makes decoded header text safe to show: no control characters, so no line breaks either.</summary>
internal static class HeaderText
{
    public static string Clean(string text)
    {
        text = text.Trim();
        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                return Replace(text);
            }
        }

        return text;
    }

    private static string Replace(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            clean.Append(char.IsControl(c) ? ' ' : c);
        }

        return clean.ToString().Trim();
    }
}
