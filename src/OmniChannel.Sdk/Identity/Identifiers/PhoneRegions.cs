using System.Collections.Frozen;

namespace OmniChannel.Identity.Identifiers;

/// <summary>All regions of the numbering plans, by name and by country code.</summary>
internal static class PhoneRegions
{
    private static readonly PhoneRegion[] All =
        [.. PhoneRegionTable.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new PhoneRegion(line.TrimEnd('\r')))];

    private static readonly FrozenDictionary<string, PhoneRegion> ByName =
        All.Where(r => r.Name != "001").ToFrozenDictionary(r => r.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly PhoneRegion?[] ByCode = MainByCode();

    public static PhoneRegion? Named(string region) => ByName.GetValueOrDefault(region);

    /// <summary>The main region of the country code that digits begin with: no code is the beginning of another.</summary>
    public static PhoneRegion? OfCode(ReadOnlySpan<char> digits)
    {
        var code = 0;
        for (var i = 0; i < digits.Length && i < 3; i++)
        {
            code = (code * 10) + digits[i] - '0';
            if (code == 0)
            {
                return null;
            }

            if (ByCode[code] is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static PhoneRegion?[] MainByCode()
    {
        var codes = new PhoneRegion?[1000];
        foreach (var region in All.Where(r => r.IsMain))
        {
            codes[int.Parse(region.Code, System.Globalization.CultureInfo.InvariantCulture)] = region;
        }

        return codes;
    }
}
