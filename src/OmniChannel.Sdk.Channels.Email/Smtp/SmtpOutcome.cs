namespace OmniChannel.Channels.Email.Smtp;

/// <summary>What became of a submission. Everything but the first two is certainly not accepted.</summary>
internal enum SmtpOutcome
{
    /// <summary>The server took responsibility for the mail.</summary>
    Accepted = 0,

    /// <summary>The content was sent whole and no clear verdict came back: sending again may deliver twice.</summary>
    Ambiguous,

    /// <summary>Not reached, or refused for now (4xx): try again later.</summary>
    Transient,

    /// <summary>Refused for now because of too much mail.</summary>
    Throttled,

    /// <summary>The recipient does not exist or takes no mail.</summary>
    Unreachable,

    /// <summary>Too large, or the content was refused.</summary>
    ContentRefused,

    /// <summary>The server wants credentials, or other ones.</summary>
    Credentials,

    /// <summary>TLS failed, or a password would have travelled in the clear.</summary>
    Insecure,

    /// <summary>Refused for good (5xx) for another reason.</summary>
    Permanent,
}
