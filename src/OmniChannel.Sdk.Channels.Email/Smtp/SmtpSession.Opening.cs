using System.Net;
using System.Text;

namespace OmniChannel.Channels.Email.Smtp;

/// <content>Greeting, STARTTLS and AUTH.</content>
internal sealed partial class SmtpSession
{
    private async Task<SmtpResult?> GreetAsync(CancellationToken cancellationToken)
    {
        using (var limit = Limit(settings.CommandTimeout, cancellationToken))
        {
            var greeting = await Wire.ReadReplyAsync(limit.Token).ConfigureAwait(false);
            if (greeting.Code != 220)
            {
                return Refused(greeting);
            }
        }

        return await HelloAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<SmtpResult?> HelloAsync(CancellationToken cancellationToken)
    {
        var reply = await AskAsync($"EHLO {settings.ClientName}", cancellationToken).ConfigureAwait(false);
        if (reply.Code is 500 or 501 or 502 or 504)
        {
            // RFC 5321 section 4.1.4: an old server knows HELO only
            reply = await AskAsync($"HELO {settings.ClientName}", cancellationToken).ConfigureAwait(false);
            _extensions = new SmtpExtensions();
        }
        else
        {
            _extensions = SmtpExtensions.Parse(reply);
        }

        return reply.IsPositive ? null : Refused(reply);
    }

    private async Task<SmtpResult?> UpgradeAsync(CancellationToken cancellationToken)
    {
        if (settings.Security is SmtpSecurity.None or SmtpSecurity.ImplicitTls)
        {
            return null;
        }

        if (!_extensions.StartTls)
        {
            return settings.Security is SmtpSecurity.StartTlsWhenOffered
                ? null
                : Stopped(SmtpOutcome.Insecure, "The server does not offer STARTTLS.");
        }

        var reply = await AskAsync("STARTTLS", cancellationToken).ConfigureAwait(false);
        if (reply.Code != 220)
        {
            return Refused(reply);
        }

        if (Wire.HasUnreadInput)
        {
            // CVE-2011-0411: text sent before the handshake must not count as said under TLS
            return Stopped(SmtpOutcome.Insecure, "The server sent something between STARTTLS and TLS.");
        }

        using (var limit = Limit(settings.ConnectTimeout, cancellationToken))
        {
            await EncryptAsync(limit.Token).ConfigureAwait(false);
        }

        _stage = SmtpStage.Greeting;
        return await HelloAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<SmtpResult?> AuthenticateAsync(CancellationToken cancellationToken)
    {
        if (settings.UserName is not { } user)
        {
            return null;
        }

        _stage = SmtpStage.Authenticate;
        if (!SmtpAuthPolicy.Allows(_isEncrypted, (_socket?.RemoteEndPoint as IPEndPoint)?.Address, settings.AllowPlaintextAuth))
        {
            return Stopped(SmtpOutcome.Insecure, "The password would travel without TLS.");
        }

        var password = settings.Password ?? "";
        if (_extensions.AuthMechanisms.Contains("PLAIN"))
        {
            return await PlainAsync(user, password, cancellationToken).ConfigureAwait(false);
        }

        return _extensions.AuthMechanisms.Contains("LOGIN")
            ? await LoginAsync(user, password, cancellationToken).ConfigureAwait(false)
            : Stopped(SmtpOutcome.Credentials, "The server offers neither AUTH PLAIN nor AUTH LOGIN.");
    }

    private async Task<SmtpResult?> PlainAsync(string user, string password, CancellationToken cancellationToken)
    {
        var reply = await AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", cancellationToken).ConfigureAwait(false);
        return reply.Code == 235 ? null : Refused(reply);
    }

    private async Task<SmtpResult?> LoginAsync(string user, string password, CancellationToken cancellationToken)
    {
        var reply = await AskAsync("AUTH LOGIN", cancellationToken).ConfigureAwait(false);
        if (reply.Code == 334)
        {
            reply = await AskAsync(Base64(user), cancellationToken).ConfigureAwait(false);
        }

        if (reply.Code == 334)
        {
            reply = await AskAsync(Base64(password), cancellationToken).ConfigureAwait(false);
        }

        return reply.Code == 235 ? null : Refused(reply);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
