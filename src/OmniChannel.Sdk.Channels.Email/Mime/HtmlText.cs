using System.Net;
using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// Reduces HTML to plain text: what a person would read, links as "text (address)", block quotes as "&gt; " lines. One pass,
/// never renders, never fetches, keeps nothing of scripts, styles or comments. The result is text, not safe HTML.
/// </summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "script", "style", "head", "title", "template", "noscript", "textarea", "svg", "math", "iframe", "object", "select",
    };

    public static string Reduce(string html)
    {
        var output = new HtmlTextBuilder(html.Length);
        var position = 0;
        var budget = HtmlTag.BudgetOf(html);
        while (position < html.Length)
        {
            var open = html.IndexOf('<', position);
            if (open < 0)
            {
                break;
            }

            output.Text(WebUtility.HtmlDecode(html[position..open]));
            position = HtmlTag.TryRead(html, open, ref budget, out var tag) ? tag.End : Opaque(html, open, output);
            if (tag.Name.Length > 0)
            {
                output.Tag(tag);
                if (!tag.IsClosing && !tag.IsSelfClosing && Skipped.Contains(tag.Name))
                {
                    position = AfterClosing(html, tag.Name, position, ref budget);
                }
            }
        }

        output.Text(WebUtility.HtmlDecode(html[Math.Min(position, html.Length)..]));
        return output.ToString();
    }

    /// <summary>Comments, doctypes and processing instructions; anything else after a "&lt;" is text.</summary>
    private static int Opaque(string html, int open, HtmlTextBuilder output)
    {
        if (string.CompareOrdinal(html, open, "<!--", 0, 4) == 0)
        {
            var end = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }

        if (open + 1 < html.Length && html[open + 1] is '!' or '?')
        {
            var end = html.IndexOf('>', open);
            return end < 0 ? html.Length : end + 1;
        }

        output.Text("<");
        return open + 1;
    }

    /// <summary>Without its end tag an element hides the rest, as in a browser.</summary>
    private static int AfterClosing(string html, string name, int position, ref long budget)
    {
        while ((position = html.IndexOf("</", position, StringComparison.Ordinal)) >= 0)
        {
            if (HtmlTag.TryRead(html, position, ref budget, out var tag) && tag.Name == name)
            {
                return tag.End;
            }

            position += 2;
        }

        return html.Length;
    }
}
