namespace OmniChannel.Channels.Email.Smtp;

/// <summary>How far the dialogue had come.</summary>
internal enum SmtpStage
{
    Connect = 0,
    Tls,
    Greeting,
    Authenticate,
    Sender,
    Recipient,
    Data,

    /// <summary>The end of the content is out; from here a lost reply is ambiguous.</summary>
    Verdict,
}
