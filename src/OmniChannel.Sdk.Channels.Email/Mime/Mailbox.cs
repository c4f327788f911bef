namespace OmniChannel.Channels.Email.Mime;

/// <summary>A mailbox as written in a header: an internationalised domain is kept as it came, the name may be null.</summary>
internal sealed record Mailbox
{
    public string? Name { get; init; }

    public required string Address { get; init; }

    /// <summary>Never the address: records end up in logs.</summary>
    public override string ToString() => "(mailbox)";
}
