namespace OmniChannel.Channels.Email.Smtp;

/// <summary>How the connection is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>STARTTLS, and nothing is sent where the server does not offer it.</summary>
    StartTls = 0,

    /// <summary>TLS from the first byte (RFC 8314, port 465).</summary>
    ImplicitTls,

    /// <summary>STARTTLS where offered. An attacker on the way can take the offer away.</summary>
    StartTlsWhenOffered,

    /// <summary>No TLS: a relay on the same machine, an emulator.</summary>
    None,
}
