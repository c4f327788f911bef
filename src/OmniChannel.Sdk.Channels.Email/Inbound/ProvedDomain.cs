namespace OmniChannel.Channels.Email.Inbound;

/// <summary>A domain that a mail certainly comes from, and who says so.</summary>
internal sealed record ProvedDomain(string Domain, string Source)
{
    /// <summary>
    /// Whether it vouches for addresses of a domain: its own and those below. The other way round (the host below vouching for the
    /// domain above, as relaxed DMARC has it) needs the public suffix list, or a shared host's customer could vouch for all the others.
    /// </summary>
    public bool Covers(string domain) =>
        Domain.Contains('.', StringComparison.Ordinal)
        && (domain.Equals(Domain, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + Domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>What an address's domain is; null for what is no valid address.</summary>
    public static string? DomainOf(string? address) =>
        Mime.AddrSpec.IsValid(address) ? address![(address!.LastIndexOf('@') + 1)..] : null;
}
