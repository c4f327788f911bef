namespace OmniChannel.Channels.Email.Mime;

/// <summary>The text of a mail as a person reads it, and its HTML form as sent where there was one.</summary>
internal sealed record MailBody
{
    /// <summary>LF line ends; from text/plain where there is some, else reduced from HTML.</summary>
    public required string Text { get; init; }

    /// <summary>The sender's HTML, untrusted: never to be shown without a sanitiser.</summary>
    public string? Html { get; init; }

    public bool IsReducedFromHtml { get; init; }

    /// <summary>Some text was cut at <see cref="MimeLimits.MaxTextChars"/>.</summary>
    public bool IsTruncated { get; init; }
}
