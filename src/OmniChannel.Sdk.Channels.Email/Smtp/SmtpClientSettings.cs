using System.Net.Security;

namespace OmniChannel.Channels.Email.Smtp;

/// <summary>Where and how to submit mail.</summary>
internal sealed record SmtpClientSettings
{
    public required string Host { get; init; }

    /// <summary>587 by RFC 6409; 465 goes with <see cref="SmtpSecurity.ImplicitTls"/>.</summary>
    public int Port { get; init; } = 587;

    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>Without a user name there is no AUTH.</summary>
    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>Lets AUTH pass without TLS to a host that is not loopback. Passwords then travel in the clear.</summary>
    public bool AllowPlaintextAuth { get; init; }

    /// <summary>The name given with EHLO (RFC 5321 section 4.1.1.1).</summary>
    public string ClientName { get; init; } = "[127.0.0.1]";

    /// <summary>Time for name look-up, TCP and TLS.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time for one command and its reply.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Time to send the content, and again to wait for the verdict on it. RFC 5321 section 4.5.3.2 asks for ten minutes,
    /// because giving up here makes the result ambiguous; three are what a worker can hold a message for.
    /// </summary>
    public TimeSpan ContentTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Replaces the check of the server's certificate; null checks chain and host name.</summary>
    public RemoteCertificateValidationCallback? CertificateValidation { get; init; }

    /// <summary>Never the credentials: records end up in logs.</summary>
    public override string ToString() => $"{Host}:{Port} {Security}";
}
