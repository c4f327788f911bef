namespace OmniChannel.Channels.Email.Mime;

/// <summary>Message ids without their angle brackets (RFC 5322 section 3.6.4), as comparable strings.</summary>
internal static class MessageIds
{
    // an id has to fit a 998-octet line when it is sent back in References
    private const int MaxLength = 900;

    public static string? First(string? header) => Parse(header, 1) is [var first, ..] ? first : null;

    /// <summary>
    /// All ids in order without repeats. Over <paramref name="max"/> the first one and the newest stay, which is what
    /// threading needs.
    /// </summary>
    public static IReadOnlyList<string> Parse(string? header, int max)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return [];
        }

        var ids = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (header.Contains('<', StringComparison.Ordinal))
        {
            ReadBracketed(header, ids, seen);
        }
        else
        {
            foreach (var token in header.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries))
            {
                Add(token, ids, seen, needsAt: true);
            }
        }

        return ids.Count <= max || max < 2 ? [.. ids.Take(max)] : [ids[0], .. ids.TakeLast(max - 1)];
    }

    private static void ReadBracketed(string header, List<string> ids, HashSet<string> seen)
    {
        var position = 0;
        while ((position = header.IndexOf('<', position)) >= 0)
        {
            var end = header.IndexOf('>', position);
            if (end < 0)
            {
                return;
            }

            Add(header[(position + 1)..end], ids, seen, needsAt: false);
            position = end + 1;
        }
    }

    private static void Add(string candidate, List<string> ids, HashSet<string> seen, bool needsAt)
    {
        var id = string.Concat(candidate.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        if (id.Length is > 0 and <= MaxLength && !id.AsSpan().ContainsAny('<', '>')
            && (!needsAt || id.Contains('@', StringComparison.Ordinal)) && !id.Any(char.IsControl) && seen.Add(id))
        {
            ids.Add(id);
        }
    }
}
