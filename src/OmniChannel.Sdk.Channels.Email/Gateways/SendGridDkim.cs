using System.Text.RegularExpressions;
using OmniChannel.Channels.Email.Inbound;

namespace OmniChannel.Channels.Email.Gateways;

/// <summary>Inbound Parse's <c>dkim</c> field, such as <c>{@shop.example : pass}</c>; anything else in it and all of it counts for nothing.</summary>
internal static partial class SendGridDkim
{
    public static IEnumerable<ProvedDomain> Read(string field)
    {
        var match = Field().Match(field.Trim());
        return match.Success
            ? match.Groups["domain"].Captures.Zip(match.Groups["result"].Captures)
                .Where(p => p.Second.Value.Equals("pass", StringComparison.OrdinalIgnoreCase))
                .Select(p => new ProvedDomain(p.First.Value, "dkim"))
            : [];
    }

    [GeneratedRegex(@"\A(?:\{?\s*@(?<domain>[A-Za-z0-9.-]{1,253})\s*:\s*(?<result>[A-Za-z]{1,20})[^{}@:,;""]{0,80}\}?[\s,]*){1,20}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
