using OmniChannel.Identity.Matching.Comparing;

namespace OmniChannel.Identity.Matching.Fields;

/// <summary>
/// Learns how names that are not in Latin letters are read, from the e-mail addresses of those who bear them: what the addresses of several
/// people with one family name and different given names have in common is most likely that name.
/// </summary>
internal static class MailReadings
{
    private const int Shortest = 3;
    private const int Bearers = 8;
    private const int Fewest = 2;

    /// <summary>The readings of a name field's values, by the values' numbers.</summary>
    /// <param name="name">The names.</param>
    /// <param name="other">The other part of the names: people who are equal in it may be one person.</param>
    /// <param name="mail">The addresses.</param>
    /// <param name="records">How many records there are.</param>
    public static Dictionary<int, string> Learn(PreparedField name, PreparedField other, PreparedField mail, int records)
    {
        var bearers = new Dictionary<int, List<(int Other, int Mail)>>();
        for (var record = 0; record < records; record++)
        {
            var (value, address) = (name[record], mail[record]);
            if (value < 0 || address < 0 || name.Table.Text(value)[0] < '\u0370')
            {
                continue;
            }

            var known = bearers.TryGetValue(value, out var list) ? list : bearers[value] = [];
            if (known.Count < Bearers && !known.Exists(bearer => bearer.Other == other[record]))
            {
                known.Add((other[record], address));
            }
        }

        var readings = new Dictionary<int, string>();
        foreach (var (value, known) in bearers)
        {
            if (Common(mail.Table, known) is { } reading)
            {
                readings[value] = reading;
            }
        }

        return readings;
    }

    /// <summary>What most pairs of addresses have in common, when at least two pairs have it.</summary>
    private static string? Common(ValueTable mails, List<(int Other, int Mail)> bearers)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var a = 0; a < bearers.Count; a++)
        {
            for (var b = a + 1; b < bearers.Count; b++)
            {
                var shared = Longest(EmailComparer.Local(mails, bearers[a].Mail), EmailComparer.Local(mails, bearers[b].Mail)).ToString();
                found[shared] = found.GetValueOrDefault(shared) + 1;
            }
        }

        return found.Where(pair => pair.Key.Length >= Shortest && pair.Value >= Fewest)
            .OrderByDescending(pair => pair.Value * pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).FirstOrDefault();
    }

    /// <summary>The longest run of letters that both texts have.</summary>
    private static ReadOnlySpan<char> Longest(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var (best, at) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
            {
                var length = 0;
                while (i + length < a.Length && j + length < b.Length && a[i + length] == b[j + length] && char.IsAsciiLetter(a[i + length]))
                {
                    length++;
                }

                (best, at) = length > best ? (length, i) : (best, at);
            }
        }

        return a.Slice(at, best);
    }
}
