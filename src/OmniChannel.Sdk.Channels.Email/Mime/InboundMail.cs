namespace OmniChannel.Channels.Email.Mime;

/// <summary>What the channel needs of a received mail. Every text is decoded and free of control characters.</summary>
internal sealed record InboundMail
{
    public Mailbox? From { get; init; }

    public required IReadOnlyList<Mailbox> To { get; init; }

    public required IReadOnlyList<Mailbox> Cc { get; init; }

    public required IReadOnlyList<Mailbox> ReplyTo { get; init; }

    public required string Subject { get; init; }

    /// <summary>The sender's own clock, unchecked.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Without angle brackets, as all ids here.</summary>
    public string? MessageId { get; init; }

    public required IReadOnlyList<string> InReplyTo { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<string> References { get; init; }

    public required MailBody Body { get; init; }

    public required IReadOnlyList<MailAttachment> Attachments { get; init; }

    public MailNature Nature { get; init; }

    /// <summary>The sender asked not to get automatic answers.</summary>
    public bool SuppressesAutoResponse { get; init; }

    /// <summary>Set when the mail reports on one of ours.</summary>
    public DeliveryReport? Report { get; init; }

    /// <summary>Never the addresses or the text: records end up in logs.</summary>
    public override string ToString() => $"(mail, {Nature})";
}
