namespace OmniChannel.Channels.Email.Smtp;

/// <summary>The outcome of one submission, safe to log: the text has lost its addresses.</summary>
internal sealed record SmtpResult
{
    public required SmtpOutcome Outcome { get; init; }

    /// <summary>Where it ended; <see cref="SmtpStage.Verdict"/> when the server judged the content.</summary>
    public required SmtpStage Stage { get; init; }

    /// <summary>The server's reply code, null when the client gave up by itself.</summary>
    public int? Code { get; init; }

    /// <summary>Enhanced status such as 5.1.1 (RFC 3463), or null.</summary>
    public string? EnhancedStatus { get; init; }

    /// <summary>The server's words without addresses, or the client's reason.</summary>
    public string Text { get; init; } = "";

    public bool IsAccepted => Outcome is SmtpOutcome.Accepted;

    /// <summary>False only when the mail was, or may have been, accepted.</summary>
    public bool IsCertainlyNotAccepted => Outcome is not (SmtpOutcome.Accepted or SmtpOutcome.Ambiguous);
}
