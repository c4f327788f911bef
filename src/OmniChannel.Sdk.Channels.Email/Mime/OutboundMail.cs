namespace OmniChannel.Channels.Email.Mime;

/// <summary>A mail to write. Ids are without angle brackets.</summary>
internal sealed record OutboundMail
{
    public required Mailbox From { get; init; }

    public required IReadOnlyList<Mailbox> To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset Date { get; init; }

    public required string MessageId { get; init; }

    /// <summary>Ids of the thread may come from strangers: those that cannot stand in a header are left out.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    public AutoSubmitted AutoSubmitted { get; init; }

    /// <summary>More fields, ASCII, for the relay: <c>X-</c> names only.</summary>
    public IReadOnlyList<MimeHeader> Extra { get; init; } = [];

    /// <summary>Never the addresses or the text: records end up in logs.</summary>
    public override string ToString() => "(outbound mail)";
}
