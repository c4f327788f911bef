namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// What one message may cost. Size and header limits of the root refuse the message; every other limit cuts, records a
/// <see cref="MimeDefects"/> and goes on, so that a strange mail still becomes a readable one.
/// </summary>
internal sealed record MimeLimits
{
    public static MimeLimits Default { get; } = new();

    /// <summary>Bytes of the whole message. 25 MiB, the usual limit of the large mail services.</summary>
    public int MaxMessageBytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>Bytes of one header block.</summary>
    public int MaxHeaderBytes { get; init; } = 256 * 1024;

    /// <summary>Header fields of one block.</summary>
    public int MaxHeaders { get; init; } = 1000;

    /// <summary>Levels of multipart and attached messages below the root.</summary>
    public int MaxDepth { get; init; } = 12;

    /// <summary>Parts of the whole tree, containers included.</summary>
    public int MaxParts { get; init; } = 250;

    /// <summary>Mailboxes read from one address header.</summary>
    public int MaxAddresses { get; init; } = 500;

    /// <summary>Message ids kept from one References header: the first and the newest ones.</summary>
    public int MaxMessageIds { get; init; } = 100;

    /// <summary>UTF-16 units of body text.</summary>
    public int MaxTextChars { get; init; } = 1_000_000;
}
