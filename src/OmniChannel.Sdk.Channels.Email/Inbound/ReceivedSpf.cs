using System.Text.RegularExpressions;

namespace OmniChannel.Channels.Email.Inbound;

/// <summary>
/// The Received-SPF field (RFC 7208 section 9.1). Its host name and local part are the sender's own words, so one that could be read in
/// two ways counts for nothing.
/// </summary>
internal static partial class ReceivedSpf
{
    private const string Key = "envelope-from=";

    public static ProvedDomain? Read(string value)
    {
        var first = value.IndexOf(Key, StringComparison.OrdinalIgnoreCase);
        if (!value.StartsWith("pass ", StringComparison.OrdinalIgnoreCase) || first < 0
            || value.IndexOf(Key, first + 1, StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return null;
        }

        var match = EnvelopeFrom().Match(value[(first + Key.Length)..]);
        return match.Success ? new(match.Groups["domain"].Value, "spf") : null;
    }

    [GeneratedRegex(
        """\A(?:"[^\s;"<>@]+@(?<domain>[A-Za-z0-9.-]+)"|<[^\s;"<>@]+@(?<domain>[A-Za-z0-9.-]+)>|[^\s;"<>@]+@(?<domain>[A-Za-z0-9.-]+))(?:;|\s|\z)""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex EnvelopeFrom();
}
