namespace OmniChannel.Emulator.State;

/// <summary>One mail, either way.</summary>
public sealed record EmulatedMail
{
    /// <summary>The emulator's own key of the mail.</summary>
    public required string Id { get; init; }

    /// <summary>The author's address.</summary>
    public required string From { get; init; }

    /// <summary>The author's name; null for none.</summary>
    public string? FromName { get; init; }

    /// <summary>The recipient's address; a mail to several is kept once for each.</summary>
    public required string To { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain text, at most 20,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The one-time code in the text or subject, if there is one.</summary>
    public string? Code { get; init; }

    /// <summary>True when the application sent it.</summary>
    public required bool FromApplication { get; init; }

    /// <summary><c>delivered</c> from the application; from a customer <c>sending</c>, <c>received</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>When it was taken.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The Message-ID without brackets; empty when it has none.</summary>
    public required string MessageId { get; init; }

    /// <summary>Where an answer goes.</summary>
    public required string ReplyTo { get; init; }

    /// <summary>The mail it answers, by Message-ID; null for none.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The mails before it, by Message-ID, oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Never addresses or text: records end up in logs.</summary>
    public override string ToString() => $"{Id} {Status}";
}
