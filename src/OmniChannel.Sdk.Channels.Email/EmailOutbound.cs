namespace OmniChannel.Channels.Email;

/// <summary>How mail leaves.</summary>
public enum EmailOutbound
{
    /// <summary>Submission to an SMTP server, one connection for each mail.</summary>
    Smtp,

    /// <summary>SendGrid's v3 Mail Send API.</summary>
    SendGrid,
}
