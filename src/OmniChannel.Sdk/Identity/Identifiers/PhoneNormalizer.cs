namespace OmniChannel.Identity.Identifiers;

/// <summary>
/// E.164 with its plus sign. Reads numbers as written in a region (national, with its exit prefix, with punctuation), and international ones
/// from anywhere. A national number must have a length that the region's plan knows; an international one
/// that, or 7 to 15 digits in all.
/// </summary>
internal sealed class PhoneNormalizer : IIdentifierNormalizer
{
    private const int Room = 40;

    public int Normalize(ReadOnlySpan<char> value, string region, Span<char> destination)
    {
        Span<char> digits = stackalloc char[Room];
        if (!Scan(value, digits, out var length, out var international) || length == 0)
        {
            return -1;
        }

        var home = PhoneRegions.Named(region);
        if (!international && home?.ExitLength(digits[..length]) is > 0 and var exit)
        {
            digits[exit..length].CopyTo(digits);
            length -= exit;
            international = true;
        }

        return international ? International(digits, length, destination) : home is null ? -1 : National(home, digits, length, destination);
    }

    private static int International(Span<char> digits, int length, Span<char> destination)
    {
        if (PhoneRegions.OfCode(digits[..length]) is not { } region)
        {
            return -1;
        }

        var national = digits[region.Code.Length..];
        var size = length - region.Code.Length;
        // What already is a number of the plan needs no second look, unless a national prefix may hide in it.
        var stripped = region.Strip(national, size);
        return Write(region, national[..stripped], destination);
    }

    private static int National(PhoneRegion home, Span<char> digits, int length, Span<char> destination)
    {
        // A country code without its plus sign: only where the whole is no number of the region and the rest is one.
        if (digits.StartsWith(home.Code) && !home.CanBe(digits[..length]))
        {
            Span<char> rest = stackalloc char[Room];
            digits[home.Code.Length..length].CopyTo(rest);
            var size = home.Strip(rest, length - home.Code.Length);
            if (home.CanBe(rest[..size]))
            {
                return Write(home, rest[..size], destination);
            }
        }

        var stripped = home.Strip(digits, length);
        return home.HasLength(stripped) ? Write(home, digits[..stripped], destination) : -1;
    }

    private static int Write(PhoneRegion region, ReadOnlySpan<char> national, Span<char> destination)
    {
        var length = region.Code.Length + national.Length;
        if (national.IsEmpty || (length is < 7 or > 15 && !region.HasLength(national.Length)))
        {
            return -1;
        }

        destination[0] = '+';
        region.Code.CopyTo(destination[1..]);
        national.CopyTo(destination[(1 + region.Code.Length)..]);
        return length + 1;
    }

    /// <summary>The digits of a number as people write it; false for anything that is none.</summary>
    private static bool Scan(ReadOnlySpan<char> value, Span<char> digits, out int length, out bool international)
    {
        (length, international) = (0, false);
        if (value.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
        {
            value = value[4..];
        }

        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsAsciiDigit(c))
            {
                if (length == digits.Length)
                {
                    return false;
                }

                digits[length++] = c;
            }
            else if (c == '+')
            {
                if (length > 0 || international)
                {
                    return false;
                }

                international = true;
            }
            else if (c == '(' && international && value[i..].StartsWith("(0)"))
            {
                // "+44 (0)20": the zero is dialled at home only.
                i += 2;
            }
            else if (c is not ('-' or ' ' or '(' or ')' or '.' or '/' or '\u00a0' or '\u3000' or '~'))
            {
                return false;
            }
        }

        return true;
    }
}
