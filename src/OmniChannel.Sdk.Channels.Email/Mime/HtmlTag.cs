using System.Net;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>A start or end tag: its lower-case name, the two attributes the reducer shows, and where it ends.</summary>
internal readonly record struct HtmlTag(string Name, bool IsClosing, bool IsSelfClosing, string? Href, string? Alt, int End)
{
    // A longer tag is read as text.
    private const int MaxLength = 16 * 1024;
    private const int MaxNameLength = 20;

    /// <summary>How much may be looked at in vain in one text: several times its length, so that tags which never end cost no more than that.</summary>
    public static long BudgetOf(string html) => (8L * html.Length) + MaxLength;

    /// <param name="html">The text.</param>
    /// <param name="open">Where the "&lt;" is.</param>
    /// <param name="budget">From <see cref="BudgetOf"/>; what a failure looked at is taken off. Once it is used up everything else is text.</param>
    /// <param name="tag">The tag; nameless when there is none.</param>
    public static bool TryRead(string html, int open, ref long budget, out HtmlTag tag)
    {
        tag = new HtmlTag("", false, false, null, null, open);
        if (budget <= 0)
        {
            return false;
        }

        var window = html.AsSpan(open, Math.Min(MaxLength, html.Length - open));
        var closing = window.Length > 1 && window[1] == '/';
        var start = closing ? 2 : 1;
        var name = start;
        while (name < window.Length && name - start < MaxNameLength && char.IsAsciiLetterOrDigit(window[name]))
        {
            name++;
        }

        if (name == start || !char.IsAsciiLetter(window[start]))
        {
            return false;
        }

        string? href = null;
        string? alt = null;
        var position = name;
        while (position < window.Length && window[position] != '>')
        {
            if (window[position] == '<')
            {
                budget -= position;
                return false;
            }

            ReadAttribute(window, ref position, ref href, ref alt);
        }

        if (position >= window.Length)
        {
            budget -= position;
            return false;
        }

        tag = new HtmlTag(window[start..name].ToString().ToLowerInvariant(), closing, window[position - 1] == '/', href, alt,
            open + position + 1);
        return true;
    }

    private static void ReadAttribute(ReadOnlySpan<char> window, ref int position, ref string? href, ref string? alt)
    {
        var start = position;
        while (position < window.Length && window[position] is not ('=' or '>' or '<' or ' ' or '\t' or '\r' or '\n' or '/'))
        {
            position++;
        }

        var name = window[start..position];
        if (position >= window.Length || window[position] is '>' or '<')
        {
            return;
        }

        if (window[position] != '=')
        {
            position++;
            return;
        }

        position++;
        var value = ReadValue(window, ref position);
        if (name.Equals("href", StringComparison.OrdinalIgnoreCase))
        {
            href ??= WebUtility.HtmlDecode(value.ToString());
        }
        else if (name.Equals("alt", StringComparison.OrdinalIgnoreCase))
        {
            alt ??= WebUtility.HtmlDecode(value.ToString());
        }
    }

    private static ReadOnlySpan<char> ReadValue(ReadOnlySpan<char> window, ref int position)
    {
        if (position < window.Length && window[position] is '"' or '\'')
        {
            var quote = window[position++];
            var length = window[position..].IndexOf(quote);
            length = length < 0 ? window.Length - position : length;
            var value = window.Slice(position, length);
            position = Math.Min(position + length + 1, window.Length);
            return value;
        }

        var start = position;
        while (position < window.Length && window[position] is not ('>' or '<' or ' ' or '\t' or '\r' or '\n'))
        {
            position++;
        }

        return window[start..position];
    }
}
