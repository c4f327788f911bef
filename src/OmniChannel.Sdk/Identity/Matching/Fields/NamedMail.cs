using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Folding;

namespace OmniChannel.Identity.Matching.Fields;

/// <summary>
/// E-mail addresses that are made of their owner's name: which names stand in each, and what is left of it without them. Namesakes have such
/// addresses alike without being one person, so there only the rest says anything.
/// </summary>
internal sealed class NamedMail
{
    public const int Given = 1, Family = 2, Both = 3;

    private const int Longest = 64;
    private const char GivenMark = '\u0001', FamilyMark = '\u0002';

    private static readonly System.Buffers.SearchValues<char> LatinLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz- ");

    private readonly PreparedField[] fields;
    private readonly int[] givens;
    private readonly int[] families;
    private readonly Dictionary<ulong, int> numbers = [];
    private readonly List<string?> latin = [];
    private byte[] names = [];
    private int[] rests = [];

    private NamedMail(PreparedField[] fields, int mail) => (this.fields, Field, givens, families) =
        (fields, mail, Of(fields, FieldKind.GivenName), Of(fields, FieldKind.FamilyName));

    /// <summary>The field of the addresses.</summary>
    public int Field { get; }

    /// <summary>How many different rests there are.</summary>
    public int Rests => numbers.Count;

    public long Bytes => names.LongLength + (rests.LongLength * sizeof(int)) + (numbers.EnsureCapacity(0) * 24L);

    /// <summary>For the first e-mail field of a schema with names; else null.</summary>
    public static NamedMail? For(PreparedField[] fields) =>
        Array.FindIndex(fields, field => field.Kind == FieldKind.Email) is >= 0 and var mail && fields.Any(field => field.Kind is FieldKind.GivenName or FieldKind.FamilyName)
            ? new(fields, mail)
            : null;

    /// <summary>Which of its names stand in a record's address, as a set of bits.</summary>
    public int Names(int record) => names[record];

    /// <summary>The number of what is left of a record's address without its names, or -1 when no name is in it.</summary>
    public int Rest(int record) => rests[record];

    /// <summary>How many records have each rest.</summary>
    public int[] Holders(int records)
    {
        var holders = new int[Rests];
        for (var record = 0; record < records; record++)
        {
            if (rests[record] >= 0)
            {
                holders[rests[record]]++;
            }
        }

        return holders;
    }

    /// <summary>
    /// Which names stand in both addresses and are alike, so that the addresses are alike as well. A name that is misspelt does not stand in its
    /// own address, but in one like it.
    /// </summary>
    public int Shared(ReadOnlySpan<byte> levels, int a, int b)
    {
        var named = levels[Field] < fields[Field].Comparer.Last ? names[a] | names[b] : names[a] & names[b];
        return named == 0 ? 0 : named & ((Alike(givens, levels) ? Given : 0) | (Alike(families, levels) ? Family : 0));
    }

    /// <summary>Learns how names in other scripts are read; only where no other column has a reading.</summary>
    public void LearnReadings(int records)
    {
        if (givens.Length == 1 && families.Length == 1)
        {
            var (given, family, mail) = (fields[givens[0]], fields[families[0]], fields[Field]);
            foreach (var (value, reading) in MailReadings.Learn(given, family, mail, records).Concat(MailReadings.Learn(family, given, mail, records)))
            {
                Know(value, Letters(reading));
            }
        }
    }

    public void Add(int record)
    {
        if (record >= names.Length)
        {
            var length = Math.Max(record + 1, names.Length + (names.Length / 2) + 64);
            Array.Resize(ref names, length);
            Array.Resize(ref rests, length);
        }

        Span<char> buffer = stackalloc char[Longest];
        var rest = Without(record, Both, buffer, out var found);
        names[record] = (byte)found;
        rests[record] = found == 0 ? -1 : Number(rest);
    }

    /// <summary>A record's address with some of its names taken out.</summary>
    /// <param name="record">The record.</param>
    /// <param name="which">The names to take out.</param>
    /// <param name="buffer">Where the text goes; what does not fit is cut.</param>
    /// <param name="found">The names that were there.</param>
    public ReadOnlySpan<char> Without(int record, int which, Span<char> buffer, out int found)
    {
        found = 0;
        var value = fields[Field][record];
        if (value < 0)
        {
            return [];
        }

        var table = fields[Field].Table;
        var local = EmailComparer.Local(table, value);
        var length = Collapse(local, buffer);
        if ((which & Family) != 0 && Take(record, families, FamilyMark, buffer, ref length))
        {
            found |= Family;
        }

        if ((which & Given) != 0 && Take(record, givens, GivenMark, buffer, ref length))
        {
            found |= Given;
        }

        // With one name in it, a letter that stands alone is the other's initial.
        if (found is Family && which == Both && TakeInitial(record, givens, GivenMark, buffer[..length]))
        {
            found |= Given;
        }
        else if (found is Given && which == Both && TakeInitial(record, families, FamilyMark, buffer[..length]))
        {
            found |= Family;
        }

        var domain = table.Text(value)[local.Length..];
        domain = domain[..Math.Min(domain.Length, buffer.Length - length)];
        domain.CopyTo(buffer[length..]);
        return buffer[..(length + domain.Length)];
    }

    private bool Alike(int[] some, ReadOnlySpan<byte> levels)
    {
        foreach (var f in some)
        {
            if (levels[f] < fields[f].Comparer.Last)
            {
                return true;
            }
        }

        return false;
    }

    private bool Take(int record, int[] some, char mark, Span<char> local, ref int length)
    {
        foreach (var f in some)
        {
            if (Latin(f, record) is not { Length: >= 2 } name)
            {
                continue;
            }

            var at = local[..length].IndexOf(name);
            if (at < 0)
            {
                continue;
            }

            // Marks are as long as a common name, so that what is left compares as an address does.
            Span<char> marks = [mark, mark, mark, mark, mark];
            var end = Math.Min(local.Length, at + marks.Length);
            var tail = local[(at + name.Length)..length];
            Span<char> kept = stackalloc char[tail.Length];
            tail.CopyTo(kept);
            kept = kept[..Math.Min(kept.Length, local.Length - end)];
            marks[..(end - at)].CopyTo(local[at..]);
            kept.CopyTo(local[end..]);
            length = end + kept.Length;
            return true;
        }

        return false;
    }

    private bool TakeInitial(int record, int[] some, char mark, Span<char> local)
    {
        foreach (var f in some)
        {
            if (Latin(f, record) is not { Length: > 0 } name)
            {
                continue;
            }

            for (var i = 0; i < local.Length; i++)
            {
                if (local[i] == name[0] && !(i > 0 && char.IsAsciiLetter(local[i - 1])) && !(i + 1 < local.Length && char.IsAsciiLetter(local[i + 1])))
                {
                    local[i] = mark;
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A record's name in Latin letters; null when it is missing or in another script.</summary>
    private string? Latin(int f, int record)
    {
        var value = fields[f][record];
        if (value < 0)
        {
            return null;
        }

        return value < latin.Count && latin[value] is { } known ? known : Know(value, Letters(fields[f].Table.Text(value)));
    }

    private string Know(int value, string name)
    {
        while (latin.Count <= value)
        {
            latin.Add(null);
        }

        return latin[value] = name;
    }

    private static string Letters(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[Longest];
        var length = Collapse(KanaReading.Romanize(text.ToString()), buffer);
        var name = buffer[..length];
        return name.ContainsAnyExcept(LatinLetters) ? "" : name.ToString().Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Umlauts and long vowels are written with one letter or with two.</summary>
    private static int Collapse(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        for (var i = 0; i < text.Length && length < buffer.Length; i++)
        {
            if (length == 0 || !((text[i] == 'e' && buffer[length - 1] is 'a' or 'o' or 'u') || (text[i] is 'u' or 'o' && buffer[length - 1] is 'o') || (text[i] == 'u' && buffer[length - 1] == 'u')))
            {
                buffer[length++] = text[i];
            }
        }

        return length;
    }

    private int Number(ReadOnlySpan<char> rest)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var c in rest)
        {
            hash = (hash ^ c) * 0x100000001b3UL;
        }

        if (!numbers.TryGetValue(hash, out var number))
        {
            numbers[hash] = number = numbers.Count;
        }

        return number;
    }

    private static int[] Of(PreparedField[] fields, FieldKind kind) => [.. Enumerable.Range(0, fields.Length).Where(f => fields[f].Kind == kind)];
}
