namespace OmniChannel.Identity.Identifiers;

/// <summary>
/// Domain names in lower case and ASCII: other letters by Punycode (RFC 3492) in labels that begin with <c>xn--</c>. Letters are lower-cased
/// one by one and not composed: a name typed with combining marks stays its own.
/// </summary>
internal static class DomainName
{
    private const int MostLabel = 63;

    /// <summary>Returns the length, or -1 when it is no domain name.</summary>
    public static int ToAscii(ReadOnlySpan<char> domain, Span<char> destination)
    {
        var written = 0;
        while (true)
        {
            var dot = domain.IndexOfAny('.', '\u3002', '\uff61');
            var label = dot < 0 ? domain : domain[..dot];
            var length = Label(label, destination[written..]);
            if (length < 0)
            {
                return -1;
            }

            written += length;
            if (dot < 0)
            {
                return written;
            }

            if (written == destination.Length)
            {
                return -1;
            }

            domain = domain[(dot + 1)..];
            // One dot at the very end names the root.
            if (domain.IsEmpty)
            {
                return written;
            }

            destination[written++] = '.';
        }
    }

    private static int Label(ReadOnlySpan<char> label, Span<char> destination)
    {
        Span<char> lower = stackalloc char[MostLabel];
        if (label.IsEmpty || label.Length > MostLabel)
        {
            return -1;
        }

        var ascii = true;
        for (var i = 0; i < label.Length; i++)
        {
            var c = char.ToLowerInvariant(label[i]);
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '@' or '/' or ',' or ';')
            {
                return -1;
            }

            lower[i] = c;
            ascii &= char.IsAscii(c);
        }

        var text = lower[..label.Length];
        if (!ascii)
        {
            return Punycode.Encode(text, destination);
        }

        return text.TryCopyTo(destination) ? text.Length : -1;
    }
}
