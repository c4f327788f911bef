using System.Text.RegularExpressions;
using OmniChannel.Channels.Email.Inbound;

namespace OmniChannel.Channels.Email.Gateways;

/// <summary>Inbound Parse's <c>dkim</c> field, such as <c>{@shop.example : pass}</c>; anything else in it and all of it counts for nothing.</summary>
internal static partial class SendGridDkim
{
    private const int MaxResults = 20;

    public static IReadOnlyList<ProvedDomain> Read(string field)
    {
        var results = field.Split(['{', '}', ','], MaxResults + 1, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(r => Result().Match(r)).ToList();
        return results.TrueForAll(r => r.Success)
            ? [.. results.Where(r => r.Groups["result"].Value == "pass").Select(r => new ProvedDomain(r.Groups["domain"].Value, "dkim"))]
            : [];
    }

    [GeneratedRegex(@"\A@(?<domain>[A-Za-z0-9.-]+) *: *(?<result>[A-Za-z]+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Result();
}
