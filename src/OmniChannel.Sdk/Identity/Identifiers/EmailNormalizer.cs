namespace OmniChannel.Identity.Identifiers;

/// <summary>
/// An address as its provider compares it. The domain is lower-cased and written in ASCII; the local part changes only where the provider
/// says that it may: RFC 5321 leaves its meaning to the receiving host.
/// </summary>
internal sealed class EmailNormalizer : IIdentifierNormalizer
{
    private const int MostLocal = 64;
    private const int MostDomain = 253;

    public int Normalize(ReadOnlySpan<char> value, string region, Span<char> destination)
    {
        var at = value.LastIndexOf('@');
        if (at is < 1 or > MostLocal || at == value.Length - 1)
        {
            return -1;
        }

        var local = value[..at];
        foreach (var c in local)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c == '@')
            {
                return -1;
            }
        }

        Span<char> domain = stackalloc char[MostDomain];
        var length = DomainName.ToAscii(value[(at + 1)..], domain);
        if (length < 0)
        {
            return -1;
        }

        var provider = EmailProviders.Of(domain[..length]);
        var written = provider?.Fold(local, destination) ?? Copy(local, destination);
        if (written == 0)
        {
            return -1;
        }

        destination[written++] = '@';
        var name = provider is null ? domain[..length] : provider.Domain.AsSpan();
        name.CopyTo(destination[written..]);
        return written + name.Length;
    }

    private static int Copy(ReadOnlySpan<char> local, Span<char> destination)
    {
        local.CopyTo(destination);
        return local.Length;
    }
}
