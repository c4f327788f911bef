namespace OmniChannel.Emulator.Mail;

/// <summary>Postmark's inbound document, by its page "Inbound webhook"; names are the vendor's.</summary>
internal sealed record PostmarkMail
{
    public required string From { get; init; }

    public required string FromName { get; init; }

    public required PostmarkAddress FromFull { get; init; }

    public required string To { get; init; }

    public required IReadOnlyList<PostmarkAddress> ToFull { get; init; }

    public string Cc { get; init; } = "";

    public IReadOnlyList<PostmarkAddress> CcFull { get; init; } = [];

    public string Bcc { get; init; } = "";

    public IReadOnlyList<PostmarkAddress> BccFull { get; init; } = [];

    public required string OriginalRecipient { get; init; }

    public string ReplyTo { get; init; } = "";

    public required string Subject { get; init; }

    /// <summary>Postmark's own id; the mail's Message-ID is among the headers.</summary>
    public required string MessageID { get; init; }

    public string MessageStream { get; init; } = "inbound";

    public required string Date { get; init; }

    public string MailboxHash { get; init; } = "";

    public required string TextBody { get; init; }

    public string HtmlBody { get; init; } = "";

    public string StrippedTextReply { get; init; } = "";

    public string Tag { get; init; } = "";

    public required IReadOnlyList<PostmarkHeader> Headers { get; init; }

    public IReadOnlyList<PostmarkHeader> Attachments { get; init; } = [];

    public override string ToString() => nameof(PostmarkMail);
}
