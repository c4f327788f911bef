using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Inbound;

/// <summary>
/// The newest Authentication-Results field (RFC 8601) of a server that the host trusts: its DMARC verdict on the From domain, and its DKIM
/// verdicts. A field with quoted strings is not read, because senders can put anything into them.
/// </summary>
internal static class AuthenticationResults
{
    public static IEnumerable<ProvedDomain> Read(MimeHeaders headers, IReadOnlyList<string> servers)
    {
        var newest = headers.Fields
            .Where(f => f.Name.Equals("Authentication-Results", StringComparison.OrdinalIgnoreCase))
            .Select(f => f.Value)
            .FirstOrDefault(v => servers.Contains(ServerOf(WithoutComments(v)), StringComparer.OrdinalIgnoreCase));
        if (newest is null || newest.AsSpan().ContainsAny('"', '\\'))
        {
            yield break;
        }

        foreach (var result in WithoutComments(newest).Split(';').Skip(1))
        {
            var words = result.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            var property = words.FirstOrDefault() switch
            {
                "dmarc=pass" => "header.from=",
                "dkim=pass" => "header.d=",
                _ => null,
            };
            if (property is not null && words.FirstOrDefault(w => w.StartsWith(property, StringComparison.Ordinal)) is { } found)
            {
                yield return new(found[property.Length..], words[0].Split('=')[0]);
            }
        }
    }

    private static string ServerOf(string value) => value.Split(';')[0].Trim().Split(' ')[0];

    private static string WithoutComments(string value)
    {
        var text = new System.Text.StringBuilder(value.Length);
        var depth = 0;
        foreach (var c in value)
        {
            depth += c == '(' ? 1 : 0;
            text.Append(depth == 0 ? c : ' ');
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }

        return text.ToString();
    }
}
