using System.Buffers;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// Whether an address may be written into a header or an SMTP command: a dot-atom or quoted local part, a plain domain or a
/// literal, UTF-8 allowed (RFC 5321 section 4.1.2, 6531). Strict on purpose: nothing passes that could end a line or a token.
/// </summary>
internal static class AddrSpec
{
    private const int MaxLocalBytes = 64;
    private const int MaxLength = 254;
    private static readonly SearchValues<char> LiteralCharacters = SearchValues.Create("0123456789abcdefABCDEFIPv:.");
    private static readonly SearchValues<char> AtomSpecials = SearchValues.Create("()<>[]:;@\\,\" ");

    public static bool IsValid(string? address)
    {
        if (address is null || address.Length > MaxLength)
        {
            return false;
        }

        var at = address.LastIndexOf('@');
        return at > 0 && at < address.Length - 1
            && !HasUnsafe(address)
            && IsLocal(address.AsSpan(0, at))
            && IsDomain(address.AsSpan(at + 1));
    }

    private static bool HasUnsafe(string address)
    {
        for (var i = 0; i < address.Length; i++)
        {
            var c = address[i];
            if (char.IsControl(c) || c is '\u2028' or '\u2029' || (char.IsWhiteSpace(c) && c != ' '))
            {
                return true;
            }

            if (char.IsHighSurrogate(c) && i + 1 < address.Length && char.IsLowSurrogate(address[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(local) > MaxLocalBytes)
        {
            return false;
        }

        if (local.Length > 2 && local[0] == '"' && local[^1] == '"')
        {
            // escapes are legal but no mailbox needs them, and they are where parsers disagree
            return !local[1..^1].ContainsAny("\"\\<>");
        }

        return !local.ContainsAny(AtomSpecials) && local[0] != '.' && local[^1] != '.' && local.IndexOf("..") < 0;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        if (domain[0] == '[' && domain[^1] == ']')
        {
            return domain.Length > 2 && domain[1..^1].IndexOfAnyExcept(LiteralCharacters) < 0;
        }

        foreach (var c in domain)
        {
            if (c < 128 && !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '_'))
            {
                return false;
            }
        }

        return domain[0] is not ('.' or '-') && domain[^1] is not ('.' or '-') && domain.IndexOf("..") < 0;
    }
}
