using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using OmniChannel.Channels.Email.Gateways;
using OmniChannel.Channels.Email.Mime;
using OmniChannel.Channels.Email.Smtp;

namespace OmniChannel.Channels.Email;

/// <summary>Every failure is a setting's name, a colon, and what is wrong, without the value.</summary>
internal sealed class EmailOptionsValidator : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        var failures = new List<string>();
        CheckSender(options, failures);
        CheckInbound(options, failures);
        if (options.Outbound == EmailOutbound.Smtp)
        {
            CheckSmtp(options, failures);
        }
        else
        {
            CheckSendGrid(options, failures);
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckSender(EmailOptions options, List<string> failures)
    {
        Require(AddrSpec.IsValid(options.From) && Ascii.IsValid(options.From) && MimeWriter.IsSafeId(options.From), failures,
            "From: it is one address in ASCII such as help@shop.example");
        Require(IsOneLine(options.FromName), failures, "FromName: it is one line of text");
        Require(IsOneLine(options.DefaultSubject), failures, "DefaultSubject: it is one line of text");
        Require(options.SendsPerSecond is not { } rate || (rate > 0 && double.IsFinite(rate)), failures,
            "SendsPerSecond: it is greater than 0, or not set");
    }

    private static void CheckInbound(EmailOptions options, List<string> failures)
    {
        Require(Enum.IsDefined(options.Inbound), failures, "Inbound: it is None, Postmark or SendGrid");
        Require(Array.TrueForAll(options.AuthenticationServers, s => IsHost(s)), failures, "AuthenticationServers: one of them is no server name");
        Require(options.SignatureTolerance > TimeSpan.Zero && options.SignatureTolerance <= TimeSpan.FromDays(4), failures,
            "SignatureTolerance: it is between a moment and 4 days");
        Require(Array.TrueForAll(options.WebhookCredentials, c => c.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && at < c.Length - 1), failures,
            "WebhookCredentials: each is user:password");
        Require(Array.TrueForAll(options.WebhookKeys, SendGridSignature.IsKey), failures,
            "WebhookKeys: each is a public key on the P-256 curve in base 64, without its BEGIN and END lines");
        Require(options.Inbound != EmailGateway.Postmark || options.WebhookCredentials.Length > 0, failures,
            "WebhookCredentials: at least one is needed for Postmark");
        Require(options.Inbound != EmailGateway.SendGrid || options.WebhookCredentials.Length + options.WebhookKeys.Length > 0, failures,
            "WebhookKeys: one is needed for SendGrid, or WebhookCredentials");
    }

    private static void CheckSmtp(EmailOptions options, List<string> failures)
    {
        Require(IsHost(options.SmtpHost), failures, "SmtpHost: it is a host name or an address");
        Require(IsHost(options.SmtpClientName.TrimStart('[').TrimEnd(']')), failures, "SmtpClientName: it is a host name, or an address in brackets");
        Require(options.SmtpPort is > 0 and <= 65535, failures, "SmtpPort: it is 1 to 65535");
        Require(string.IsNullOrEmpty(options.SmtpUserName) || !string.IsNullOrEmpty(options.SmtpPassword), failures,
            "SmtpPassword: it is needed with SmtpUserName");
        Require(string.IsNullOrEmpty(options.SmtpPassword) || !string.IsNullOrEmpty(options.SmtpUserName), failures,
            "SmtpUserName: it is needed with SmtpPassword");
        var isProtected = options.SmtpSecurity is SmtpSecurity.StartTls or SmtpSecurity.ImplicitTls;
        Require(isProtected || (Enum.IsDefined(options.SmtpSecurity) && IsLoopback(options.SmtpHost)), failures,
            "SmtpSecurity: it is StartTls or ImplicitTls; others are for a server on this machine only");
    }

    private static void CheckSendGrid(EmailOptions options, List<string> failures)
    {
        Require(options.Outbound == EmailOutbound.SendGrid, failures, "Outbound: it is Smtp or SendGrid");
        Require(options.SendGridApiKey.Length > 0 && options.SendGridApiKey.All(c => c is > ' ' and < '\u007f'), failures,
            "SendGridApiKey: it is needed, in ASCII without spaces");
        Require(options.SendGridBaseUrl is { IsAbsoluteUri: true } url
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)), failures,
            "SendGridBaseUrl: it is an absolute https address (http for this machine only)");
    }

    private static void Require(bool holds, List<string> failures, string failure)
    {
        if (!holds)
        {
            failures.Add(failure);
        }
    }

    private static bool IsOneLine(string? text) => text is null || !text.Any(char.IsControl);

    private static bool IsHost(string? host) =>
        host is { Length: > 0 and <= 253 } && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '_');

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
