using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>Finds the text of a mail and its attachments in a tree of parts.</summary>
internal sealed class MailBodyReader
{
    private readonly MimeLimits _limits;
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();
    private readonly List<MailAttachment> _attachments = [];
    private bool _reduced;
    private bool _truncated;

    private MailBodyReader(MimeLimits limits) => _limits = limits;

    public static MailBody Read(MimePart root, MimeLimits limits, out IReadOnlyList<MailAttachment> attachments)
    {
        var reader = new MailBodyReader(limits);
        reader.Visit(root, inRelated: false);
        attachments = reader._attachments;
        return new MailBody
        {
            Text = reader._text.ToString(),
            Html = reader._html.Length > 0 ? reader._html.ToString() : null,
            IsReducedFromHtml = reader._reduced,
            IsTruncated = reader._truncated,
        };
    }

    private void Visit(MimePart part, bool inRelated)
    {
        switch (part.ContentType.MediaType)
        {
            case "multipart/alternative" when part.Children.Count > 0:
                VisitAlternatives(part);
                break;
            case "multipart/related" when part.Children.Count > 0:
                VisitRelated(part);
                break;
            case "message/delivery-status" or "message/global-delivery-status" or "message/disposition-notification":
                break; // read by DeliveryReportReader
            default:
                if (part.ContentType.IsMultipart)
                {
                    foreach (var child in part.Children)
                    {
                        Visit(child, inRelated);
                    }
                }
                else
                {
                    VisitLeaf(part, inRelated);
                }

                break;
        }
    }

    private void VisitLeaf(MimePart part, bool inRelated)
    {
        if (!IsBodyText(part))
        {
            Attach(part, inRelated || part.Disposition?.Value == "inline");
            return;
        }

        var text = part.DecodeText();
        if (part.ContentType.MediaType == "text/html")
        {
            AddHtml(text);
            AddText(HtmlText.Reduce(text));
            _reduced = true;
        }
        else
        {
            AddText(Unwrapped(part, text));
        }
    }

    /// <summary>Plain text wins when it says anything; the HTML form is kept beside it.</summary>
    private void VisitAlternatives(MimePart part)
    {
        var html = part.Children.LastOrDefault(c => Finds(c, "text/html"));
        var plain = part.Children.FirstOrDefault(c => Finds(c, "text/plain") && HasText(c)) ?? part.Children.FirstOrDefault(c => c == html)
            ?? part.Children[^1];
        Visit(plain, inRelated: false);
        foreach (var other in part.Children)
        {
            if (!ReferenceEquals(other, plain))
            {
                VisitUnchosen(other, inRelated: false);
            }
        }
    }

    /// <summary>Of an alternative that was not chosen the files still count, and its HTML is kept.</summary>
    private void VisitUnchosen(MimePart part, bool inRelated)
    {
        if (part.ContentType.IsMultipart)
        {
            foreach (var child in part.Children)
            {
                VisitUnchosen(child, inRelated || part.ContentType.MediaType == "multipart/related");
            }
        }
        else if (!IsBodyText(part))
        {
            Attach(part, inRelated || part.Disposition?.Value == "inline");
        }
        else if (part.ContentType.MediaType == "text/html")
        {
            AddHtml(part.DecodeText());
        }
    }

    private void VisitRelated(MimePart part)
    {
        var start = MessageIds.First(part.ContentType["start"]);
        var root = part.Children.FirstOrDefault(c => start is not null && c.ContentId == start) ?? part.Children[0];
        Visit(root, inRelated: false);
        foreach (var child in part.Children)
        {
            if (!ReferenceEquals(child, root))
            {
                VisitUnchosen(child, inRelated: true);
            }
        }
    }

    private static bool IsBodyText(MimePart part) =>
        part.ContentType.IsText
        && part.ContentType.MediaType is not ("text/calendar" or "text/rfc822-headers" or "text/csv" or "text/x-vcard" or "text/vcard")
        && part.Disposition?.Value != "attachment"
        && part.FileName is null;

    private static bool Finds(MimePart part, string mediaType) =>
        part.ContentType.MediaType == mediaType || (part.ContentType.IsMultipart && part.Children.Any(c => Finds(c, mediaType)));

    private static bool HasText(MimePart part) =>
        part.ContentType.IsMultipart ? part.Children.Any(HasText) : IsBodyText(part) && part.DecodeBody().Span.IndexOfAnyExcept(" \t\r\n"u8) >= 0;

    private static string Unwrapped(MimePart part, string text) =>
        "flowed".Equals(part.ContentType["format"], StringComparison.OrdinalIgnoreCase)
            ? FormatFlowed.Unwrap(text, "yes".Equals(part.ContentType["delsp"], StringComparison.OrdinalIgnoreCase))
            : text;

    private void AddText(string text)
    {
        var clean = BodyText.Clean(text, Math.Max(0, _limits.MaxTextChars - _text.Length), out var cut);
        _truncated |= cut;
        if (clean.AsSpan().IsWhiteSpace())
        {
            return;
        }

        _text.Append(_text.Length > 0 ? "\n\n" : "").Append(clean);
    }

    private void AddHtml(string html)
    {
        var room = Math.Max(0, _limits.MaxTextChars - _html.Length);
        _truncated |= html.Length > room;
        _html.Append(html.AsSpan(0, Math.Min(html.Length, room)));
    }

    private void Attach(MimePart part, bool inline)
    {
        var name = part.FileName ?? (part.ContentType.IsMessage ? "message.eml" : $"file-{_attachments.Count + 1}");
        _attachments.Add(new MailAttachment(part, name, inline));
    }
}
