using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>Collects reduced text: collapses white space, keeps paragraphs apart by one empty line at most.</summary>
internal sealed class HtmlTextBuilder(int capacity)
{
    private const int MaxQuoteDepth = 8;
    private const int MaxLinkLength = 2048;
    private readonly StringBuilder _output = new(Math.Min(capacity, 64 * 1024));
    private int _quoteDepth;
    private int _preDepth;
    private int _pendingBreaks;
    private bool _pendingSpace;
    private string? _link;
    private int _linkStart;

    public void Text(string text)
    {
        foreach (var c in text)
        {
            if (_preDepth > 0 && c is '\n')
            {
                Break(_pendingBreaks + 1);
            }
            else if (c is ' ' or '\t' or '\r' or '\n' or '\f' or '\u00A0')
            {
                _pendingSpace = true;
            }
            else
            {
                Append(c);
            }
        }
    }

    public void Tag(HtmlTag tag)
    {
        switch (tag.Name)
        {
            case "br":
                Break(_pendingBreaks + 1);
                break;
            case "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "table" or "hr":
                Break(2);
                break;
            case "div" or "tr" or "section" or "article" or "header" or "footer" or "dt" or "dd" or "address" or "center":
                Break(1);
                break;
            case "td" or "th":
                _pendingSpace = true;
                break;
            case "li":
                Break(1);
                Text(tag.IsClosing ? "" : "- ");
                break;
            case "pre":
                Break(2);
                _preDepth = Math.Max(0, _preDepth + (tag.IsClosing ? -1 : 1));
                break;
            case "blockquote":
                Break(2);
                _quoteDepth = Math.Max(0, _quoteDepth + (tag.IsClosing ? -1 : 1));
                break;
            case "a":
                Link(tag);
                break;
            case "img" when !string.IsNullOrWhiteSpace(tag.Alt) && tag.Alt.Length < 200:
                Text($" [{tag.Alt}] ");
                break;
        }
    }

    public override string ToString() => _output.ToString();

    private void Link(HtmlTag tag)
    {
        if (!tag.IsClosing)
        {
            _link = tag.Href?.Trim();
            _linkStart = _output.Length;
            return;
        }

        if (_link is { Length: <= MaxLinkLength } link && IsShown(link)
            && !_output.ToString(_linkStart, Math.Min(_output.Length - _linkStart, MaxLinkLength * 2)).Contains(link, StringComparison.Ordinal))
        {
            Text($" ({link})");
        }

        _link = null;
    }

    /// <summary>Only addresses a person could follow; script and data links vanish.</summary>
    private static bool IsShown(string link) =>
        link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private void Break(int count)
    {
        _pendingBreaks = Math.Min(Math.Max(_pendingBreaks, count), 2);
        _pendingSpace = false;
    }

    private void Append(char c)
    {
        if (_pendingBreaks > 0 || _output.Length == 0)
        {
            if (_output.Length > 0)
            {
                _output.Append('\n', _pendingBreaks);
            }

            for (var i = Math.Min(_quoteDepth, MaxQuoteDepth); i > 0; i--)
            {
                _output.Append("> ");
            }
        }
        else if (_pendingSpace && _output[^1] != ' ')
        {
            _output.Append(' ');
        }

        _pendingBreaks = 0;
        _pendingSpace = false;
        _output.Append(c);
    }
}
