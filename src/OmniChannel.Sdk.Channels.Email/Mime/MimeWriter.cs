using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// An <see cref="OutboundMail"/> as the bytes of a message: CRLF, no line over 998 octets, bodies in 7 bits. Headers are
/// ASCII too unless an address itself is not (RFC 6532), which then needs SMTPUTF8. Pure: the same mail gives the same bytes.
/// </summary>
internal static class MimeWriter
{
    // "=_" cannot occur in quoted-printable or base64, and plain bodies have no line that starts with dashes
    private const string Boundary = "=_omnichannel-alternative_=";
    private const int MaxReferences = 20;

    /// <exception cref="ArgumentException">An address or the Message-ID cannot stand in a header. The text names no value.</exception>
    public static byte[] Write(OutboundMail mail)
    {
        Validate(mail);
        var headers = new HeaderWriter();
        headers.Field("Date", [MailDate.Format(mail.Date)]);
        headers.Mailboxes("From", [mail.From]);
        WriteList(headers, "Reply-To", mail.ReplyTo);
        WriteList(headers, "To", mail.To);
        WriteList(headers, "Cc", mail.Cc);
        headers.Text("Subject", mail.Subject);
        headers.Field("Message-ID", [$"<{mail.MessageId}>"]);
        WriteThread(headers, mail);
        if (mail.AutoSubmitted is not AutoSubmitted.No)
        {
            headers.Field("Auto-Submitted", [mail.AutoSubmitted is AutoSubmitted.AutoReplied ? "auto-replied" : "auto-generated"]);
        }

        foreach (var extra in mail.Extra)
        {
            headers.Text(extra.Name, extra.Value);
        }

        headers.Field("MIME-Version", ["1.0"]);
        var output = new StringBuilder(headers.ToString());
        WriteBody(output, mail);
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    /// <summary>An id that may stand between angle brackets in a header line.</summary>
    public static bool IsSafeId(string? id) =>
        id is { Length: > 0 and <= 900 } && id.All(c => c is > ' ' and < '\u007f' and not ('<' or '>'));

    private static void WriteBody(StringBuilder output, OutboundMail mail)
    {
        if (mail.Html is null)
        {
            BodyWriter.Write(output, "plain", mail.Text);
            return;
        }

        output.Append("Content-Type: multipart/alternative;\r\n boundary=\"").Append(Boundary).Append("\"\r\n\r\n");
        output.Append("--").Append(Boundary).Append("\r\n");
        BodyWriter.Write(output, "plain", mail.Text);
        output.Append("--").Append(Boundary).Append("\r\n");
        BodyWriter.Write(output, "html", mail.Html);
        output.Append("--").Append(Boundary).Append("--\r\n");
    }

    private static void WriteThread(HeaderWriter headers, OutboundMail mail)
    {
        if (IsSafeId(mail.InReplyTo))
        {
            headers.Field("In-Reply-To", [$"<{mail.InReplyTo}>"]);
        }

        var ids = mail.References.Where(IsSafeId).ToList();
        if (ids.Count > MaxReferences)
        {
            ids.RemoveRange(1, ids.Count - MaxReferences);
        }

        if (ids.Count > 0)
        {
            headers.Field("References", ids.Select(id => $"<{id}>"));
        }
    }

    private static void WriteList(HeaderWriter headers, string name, IReadOnlyList<Mailbox> mailboxes)
    {
        if (mailboxes.Count > 0)
        {
            headers.Mailboxes(name, mailboxes);
        }
    }

    private static void Validate(OutboundMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var all = mail.To.Concat(mail.Cc).Concat(mail.ReplyTo).Append(mail.From);
        if (!all.All(m => AddrSpec.IsValid(m.Address)))
        {
            throw new ArgumentException("An address of the mail is not a valid mailbox.", nameof(mail));
        }

        if (mail.To.Count + mail.Cc.Count == 0)
        {
            throw new ArgumentException("The mail has no recipient.", nameof(mail));
        }

        if (!IsSafeId(mail.MessageId))
        {
            throw new ArgumentException("The Message-ID is empty or has characters that a header cannot carry.", nameof(mail));
        }
    }
}
