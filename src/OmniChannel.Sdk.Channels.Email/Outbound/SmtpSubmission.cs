using System.Globalization;
using OmniChannel.Channels.Email.Mime;
using OmniChannel.Channels.Email.Smtp;

namespace OmniChannel.Channels.Email.Outbound;

/// <summary>Submits a mail by SMTP and says what became of it in the engine's words.</summary>
internal static class SmtpSubmission
{
    // Postmark's "Sending with SMTP" and "Custom metadata": without the first it replaces the Message-ID that replies refer to, and the
    // second comes back with every receipt.
    private const string PostmarkDomain = ".postmarkapp.com";
    private const string KeepId = "X-PM-KeepID";
    private const string Metadata = "X-PM-Metadata-";

    /// <summary>The metadata field with the local part of our Message-ID: names may have 20 characters, values 80.</summary>
    public const string MetadataName = "omni-message-id";

    public static async Task<SendResult> SendAsync(ChannelAccount<EmailOptions> account, OutboundMail mail, CancellationToken cancellationToken)
    {
        mail = ForRelay(mail, account.Options.SmtpHost);
        var client = new SmtpSubmissionClient(Settings(account.Options), account.Time);
        var envelope = new SmtpEnvelope(mail.From.Address, [mail.To[0].Address]);
        var result = await client.SendAsync(envelope, MimeWriter.Write(mail), cancellationToken).ConfigureAwait(false);
        return result.IsAccepted ? SendResult.Sent(mail.MessageId) : Failed(result);
    }

    internal static OutboundMail ForRelay(OutboundMail mail, string host) => host.EndsWith(PostmarkDomain, StringComparison.OrdinalIgnoreCase)
        ? mail with { Extra = [new(KeepId, "true"), new(Metadata + MetadataName, mail.MessageId.Split('@')[0])] }
        : mail;

    internal static SendErrorKind Kind(SmtpOutcome outcome) => outcome switch
    {
        SmtpOutcome.Transient => SendErrorKind.Transient,
        SmtpOutcome.Throttled => SendErrorKind.Throttled,
        SmtpOutcome.Unreachable => SendErrorKind.Unreachable,
        SmtpOutcome.ContentRefused => SendErrorKind.ContentRefused,
        // not accepted, and somebody must look at the settings; it may pass when the certificate is renewed
        SmtpOutcome.Credentials or SmtpOutcome.Insecure => SendErrorKind.Credentials,
        SmtpOutcome.Permanent => SendErrorKind.Permanent,
        _ => SendErrorKind.Ambiguous,
    };

    /// <summary>A send has 30 seconds; shorter limits here tell a dead server (certainly not accepted) from a lost verdict (ambiguous).</summary>
    private static SmtpClientSettings Settings(EmailOptions options) => new()
    {
        Host = options.SmtpHost,
        Port = options.SmtpPort,
        Security = options.SmtpSecurity,
        UserName = string.IsNullOrEmpty(options.SmtpUserName) ? null : options.SmtpUserName,
        Password = options.SmtpPassword,
        ClientName = options.SmtpClientName,
        ConnectTimeout = TimeSpan.FromSeconds(8),
        CommandTimeout = TimeSpan.FromSeconds(8),
        ContentTimeout = TimeSpan.FromSeconds(20),
    };

    private static SendResult Failed(SmtpResult result)
    {
        var kind = Kind(result.Outcome);
        return SendResult.Failed(kind, result.EnhancedStatus ?? result.Code?.ToString(CultureInfo.InvariantCulture) ?? result.Outcome.ToString(), Reason(kind));
    }

    private static string Reason(SendErrorKind kind) => kind switch
    {
        SendErrorKind.Ambiguous => "The SMTP server's verdict got lost; it may have accepted",
        SendErrorKind.Transient => "The SMTP server was not reached, or refused for now",
        SendErrorKind.Throttled => "Too much mail for the SMTP server",
        SendErrorKind.Unreachable => "The recipient does not exist or takes no mail",
        SendErrorKind.ContentRefused => "The SMTP server refuses the mail's content or size",
        SendErrorKind.Credentials => "SmtpUserName, SmtpPassword, SmtpSecurity or the server's certificate is wrong",
        _ => "The SMTP server refuses the mail",
    };
}
