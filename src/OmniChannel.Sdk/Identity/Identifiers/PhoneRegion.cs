using System.Text.RegularExpressions;

namespace OmniChannel.Identity.Identifiers;

/// <summary>How one region's numbers are dialled. Expressions are made when first needed; thread-safe.</summary>
internal sealed class PhoneRegion
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private readonly string _pattern;
    private readonly string _prefix;
    private readonly string _transform;
    private readonly string _exit;

    public PhoneRegion(string line)
    {
        var parts = line.Split('\t');
        (Name, Code, IsMain) = (parts[0], parts[1], parts[2] == "1");
        (_exit, _prefix, _transform, _pattern) = (parts[3], parts[5], parts[6], parts[8]);
        Lengths = int.Parse(parts[7], System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
    }

    public string Name { get; }

    public string Code { get; }

    /// <summary>The region that speaks for a code that several share.</summary>
    public bool IsMain { get; }

    /// <summary>A bit for each possible length of a national number.</summary>
    public int Lengths { get; }

    private Regex Whole => field ??= new($"^(?:{_pattern})$", Options);

    private Regex? Prefix => _prefix.Length == 0 ? null : field ??= new($"^(?:{_prefix})", Options);

    private Regex? Exit => _exit.Length == 0 ? null : field ??= new($"^(?:{_exit})", Options);

    public bool CanBe(ReadOnlySpan<char> national) => Whole.IsMatch(national);

    public bool HasLength(int length) => length < 31 && (Lengths & (1 << length)) != 0;

    /// <summary>How many digits are dialled before a foreign number; 0 when it is none.</summary>
    public int ExitLength(ReadOnlySpan<char> digits)
    {
        if (Exit is { } exit)
        {
            foreach (var match in exit.EnumerateMatches(digits))
            {
                return match.Length < digits.Length && digits[match.Length] != '0' ? match.Length : 0;
            }
        }

        return 0;
    }

    /// <summary>
    /// Takes away what is dialled before a number within the region, unless that breaks a number that is fine as it is (libphonenumber's
    /// rule). Some regions add an area code instead. Returns the new length.
    /// </summary>
    public int Strip(Span<char> digits, int length)
    {
        if (Prefix is null || !Prefix.IsMatch(digits[..length]))
        {
            return length;
        }

        var was = CanBe(digits[..length]);
        var text = digits[..length].ToString();
        var match = Prefix.Match(text);
        var stripped = _transform.Length > 0 && match.Groups[^1].Success && match.Groups.Count > 1
            ? match.Result(_transform) + text[match.Length..]
            : text[match.Length..];
        if ((was && !CanBe(stripped)) || stripped.Length > digits.Length)
        {
            return length;
        }

        stripped.CopyTo(digits);
        return stripped.Length;
    }
}
