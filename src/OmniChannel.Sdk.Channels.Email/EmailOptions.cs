using OmniChannel.Channels.Email.Smtp;

namespace OmniChannel.Channels.Email;

/// <summary>One inbox: the address that customers write to and that answers come from.</summary>
public sealed class EmailOptions
{
    /// <summary>The address that mail is sent from and that answers come back to, in ASCII. Required.</summary>
    public string From { get; set; } = "";

    /// <summary>The name shown with <see cref="From"/>; null for none.</summary>
    public string? FromName { get; set; }

    /// <summary>The subject of mail that answers nothing; null takes the first line of the text.</summary>
    public string? DefaultSubject { get; set; }

    /// <summary>
    /// True to answer senders whose From address nobody proved. Such an answer may reach a person who never wrote; see
    /// <see cref="EmailChannel"/>.
    /// </summary>
    /// <value>Default false: a send to them fails for good with the code <c>unverified-sender</c>.</value>
    public bool ReplyToUnverified { get; set; }

    /// <summary>
    /// Names (authserv-id) of mail servers of yours that stand before the gateway and write Authentication-Results (RFC 8601). Set it only
    /// when no mail can reach the gateway past them, because anybody can write that header.
    /// </summary>
    public string[] AuthenticationServers { get; set; } = [];

    /// <summary>The most sends per second for this account; null for no limit of ours.</summary>
    public double? SendsPerSecond { get; set; }

    /// <summary>Who posts received mail to the webhook.</summary>
    /// <value>Default <see cref="EmailGateway.None"/>: send only.</value>
    public EmailGateway Inbound { get; set; }

    /// <summary>
    /// <c>user:password</c> as written into the webhook's address at the gateway (basic authentication); any of the list is taken, so that
    /// one can be replaced without a gap. Required for Postmark; for SendGrid unless <see cref="WebhookKeys"/> is set.
    /// </summary>
    public string[] WebhookCredentials { get; set; } = [];

    /// <summary>
    /// SendGrid's public keys, base 64 as its pages show them: that of the Event Webhook, that of the Inbound Parse security policy. A
    /// request with a signature must match one of them.
    /// </summary>
    public string[] WebhookKeys { get; set; } = [];

    /// <summary>How far the signed time may be from ours.</summary>
    /// <value>Default 5 minutes.</value>
    public TimeSpan SignatureTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How mail leaves.</summary>
    /// <value>Default <see cref="EmailOutbound.Smtp"/>.</value>
    public EmailOutbound Outbound { get; set; }

    /// <summary>The SMTP server's name or address; required for <see cref="EmailOutbound.Smtp"/>.</summary>
    public string SmtpHost { get; set; } = "";

    /// <summary>The SMTP server's port.</summary>
    /// <value>Default 587; 465 goes with <see cref="Smtp.SmtpSecurity.ImplicitTls"/>.</value>
    public int SmtpPort { get; set; } = 587;

    /// <summary>How the connection is protected. Anything that can end up without TLS is for a server on this machine only.</summary>
    /// <value>Default <see cref="Smtp.SmtpSecurity.StartTls"/>.</value>
    public SmtpSecurity SmtpSecurity { get; set; }

    /// <summary>The SMTP user; null for a server that wants none.</summary>
    public string? SmtpUserName { get; set; }

    /// <summary>The SMTP password; null without <see cref="SmtpUserName"/>.</summary>
    public string? SmtpPassword { get; set; }

    /// <summary>The name we give with EHLO: a host name, or an address in brackets.</summary>
    public string SmtpClientName { get; set; } = "[127.0.0.1]";

    /// <summary>SendGrid's API key with the permission to send mail; required for <see cref="EmailOutbound.SendGrid"/>.</summary>
    public string SendGridApiKey { get; set; } = "";

    /// <summary>Where SendGrid's API is.</summary>
    /// <value>Default the global address; <c>https://api.eu.sendgrid.com</c> for European subusers, or a test server on this machine.</value>
    public Uri SendGridBaseUrl { get; set; } = new("https://api.sendgrid.com");
}
