using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Training;

/// <summary>
/// How alike the addresses of two strangers are once they agree in the names their addresses are made of. It is counted among random pairs as if
/// they were namesakes: their own names are taken out of the addresses first. So it needs no namesake in the file, and no duplicate disturbs it.
/// </summary>
internal sealed class NamedMailModel
{
    private const int Sample = 2000;
    private const int Pairs = 30_000;
    private const double Assumed = 50;
    private const double Unseen = 0.7;

    private readonly NamedMail mails;
    private readonly FieldModel field;
    private readonly double[][] strangers = new double[4][];
    private int[] holders = [];
    private double named = 1;

    private NamedMailModel(NamedMail mails, FieldModel field) => (this.mails, this.field) = (mails, field);

    public int Field => mails.Field;

    /// <summary>Null when hardly an address is made of a name.</summary>
    public static NamedMailModel? Learn(PreparedRecords records, FieldModel[] fields)
    {
        if (records.Mails is not { } mails)
        {
            return null;
        }

        var some = Enumerable.Range(0, records.Count).Where(record => mails.Names(record) != 0).ToArray();
        if (some.Length < 2)
        {
            return null;
        }

        var model = new NamedMailModel(mails, fields[mails.Field]);
        foreach (var names in new[] { NamedMail.Given, NamedMail.Family, NamedMail.Both })
        {
            model.strangers[names] = model.Count(records.Fields[mails.Field], some, names);
        }

        model.LearnFrequencies(records.Count, null);
        return model;
    }

    /// <summary>How many records, or clusters of them, have each rest of an address.</summary>
    public void LearnFrequencies(int records, int[]? clusters)
    {
        holders = new int[mails.Rests];
        var seen = new HashSet<(int, int)>();
        named = 0;
        for (var record = 0; record < records; record++)
        {
            if (mails.Rest(record) is >= 0 and var rest && (clusters is null || seen.Add((rest, clusters[record]))))
            {
                holders[rest]++;
                named++;
            }
        }
    }

    /// <summary>What the names' agreement takes from what the addresses say, in bits.</summary>
    /// <param name="levels">The levels of the pair.</param>
    /// <param name="a">The one record.</param>
    /// <param name="b">The other.</param>
    /// <param name="plain">The bits of the address for itself.</param>
    public double Bits(ReadOnlySpan<byte> levels, int a, int b, double plain)
    {
        var level = levels[mails.Field];
        if (level == FieldComparer.Missing || mails.Shared(levels, a, b) is not (not 0 and var names))
        {
            return 0;
        }

        var u = strangers[names][level];
        if (level == FieldComparer.Exact && names == NamedMail.Both)
        {
            var rest = mails.Names(a) == NamedMail.Both ? mails.Rest(a) : mails.Rest(b);
            u = ((rest < holders.Length ? Math.Max(1, holders[rest]) : 1) - 1 + Unseen) / named;
        }

        var bits = Math.Log2(field.M[level] / u) - plain;
        return level == FieldComparer.Exact ? Math.Min(0, bits) : bits;
    }

    private double[] Count(PreparedField mail, int[] records, int names)
    {
        var table = new ValueTable(sounds: false);
        var values = new List<int>();
        Span<char> buffer = stackalloc char[64];
        var stride = 1 + (records.Length / Sample);
        for (var i = 0; i < records.Length; i += stride)
        {
            if ((mails.Names(records[i]) & names) == names)
            {
                values.Add(table.Intern(mails.Without(records[i], names, buffer, out _)));
            }
        }

        var counts = new double[field.M.Length];
        foreach (var pair in values.Count < 2 ? [] : RandomPairs.Draw(values.Count, Pairs))
        {
            var (a, b) = (values[(int)(pair >> 32)], values[(int)pair]);
            counts[a == b ? FieldComparer.Exact : mail.Comparer.Compare(table, a, b)]++;
        }

        // With few addresses to go by, half of all namesakes are taken to have the same one.
        var total = counts.Sum() + Assumed;
        return [.. counts.Select((count, level) => (count + (Assumed * (level == 0 ? 0.5 : 0.5 / (counts.Length - 1)))) / total)];
    }
}
