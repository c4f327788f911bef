using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>One part of one field as a number a record; 0 where there is none. Reads values that were appended later as well.</summary>
internal sealed class KeySource(PreparedField column, PreparedField? partner, KeyPart part, int fieldIndex)
{
    private ulong[] keys = [];
    private ulong[] records = [];
    private int known;

    public int Field => fieldIndex;

    public uint Fields { get; } = (1u << fieldIndex) | (partner is null ? 0 : 1u << column.Partner);

    public KeyPart Part => part;

    public string Name => $"{column.Name}/{part}";

    public ulong Key(int record) => records.Length > 0 ? records[record] : Read(record);

    /// <summary>Keeps the keys of all records until <see cref="Forget"/>: a batch reads them hundreds of times.</summary>
    public void Keep(int count)
    {
        var all = new ulong[count];
        for (var record = 0; record < count; record++)
        {
            all[record] = Read(record);
        }

        records = all;
    }

    public void Forget() => records = [];

    public long Bytes => (keys.LongLength + records.LongLength) * sizeof(ulong);

    private ulong Read(int record)
    {
        if (partner is null)
        {
            return column[record] is >= 0 and var value ? keys[value] : 0;
        }

        var (a, b) = (column[record], partner[record]);
        if (a < 0 || b < 0)
        {
            return 0;
        }

        var (x, y) = (keys[a], keys[b]);
        return x == 0 || y == 0 ? 0 : Mix(Math.Min(x, y), Math.Max(x, y));
    }

    public void Refresh()
    {
        var count = column.Table.Count;
        if (count > keys.Length)
        {
            Array.Resize(ref keys, Math.Max(count, keys.Length * 2));
        }

        for (; known < count; known++)
        {
            keys[known] = KeyOf(known);
        }
    }

    private ulong KeyOf(int value)
    {
        var text = column.Table.Text(value);
        ref readonly var facts = ref column.Table[value];
        switch (part)
        {
            case KeyPart.Whole or KeyPart.BothWhole:
                return Hash(text);
            case KeyPart.Sound or KeyPart.BothSound:
                return facts.Phonetic == 0 ? 0 : Mix(0x50, (ulong)facts.Phonetic);
            case KeyPart.Start:
                return text.Length < 4 ? 0 : Hash(text[..(text.Length >= 6 ? 4 : 3)]);
            case KeyPart.End:
                return text.Length < 5 ? 0 : Hash(text[^4..]);
            case KeyPart.Initial:
                return Hash(text[..1]);
            case KeyPart.FirstWord:
                return text.IndexOf(' ') is >= 3 and var space ? Hash(text[..space]) : Hash(text);
            case KeyPart.Letters:
                return text.Length < 4 ? 0 : Mix(facts.Letters, 0x1E77);
            case KeyPart.Local:
                var local = EmailComparer.Local(column.Table, value);
                return local.Length < 2 ? 0 : Hash(local);
            case KeyPart.LocalLetters:
                return LettersOnly(EmailComparer.Local(column.Table, value));
            default:
                return DateKey(facts.Date);
        }
    }

    private ulong DateKey(int date) => date == 0 ? 0 : part switch
    {
        KeyPart.Year => Mix(0x59, (ulong)(date / 10000)),
        KeyPart.YearMonth => Mix(0x594D, (ulong)(date / 100)),
        KeyPart.MonthDay => Mix(0x4D44, (ulong)(date % 10000)),
        _ => Mix(0x5944, (ulong)((date / 10000 * 100) + (date % 100))),
    };

    private static ulong LettersOnly(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[32];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c) && count < letters.Length)
            {
                letters[count++] = c;
            }
        }

        return count < 4 ? 0 : Hash(letters[..count]);
    }

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 0x100000001b3UL;
        }

        return Mix(hash, (ulong)text.Length);
    }

    public static ulong Mix(ulong a, ulong b)
    {
        var x = a ^ (b * 0x9E3779B97F4A7C15UL);
        x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93UL;
        x ^= x >> 32;
        return x == 0 ? 1 : x;
    }
}
