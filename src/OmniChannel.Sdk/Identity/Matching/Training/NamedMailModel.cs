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
    private readonly double[][] weights = new double[4][];
    private double[] rarity = [];
    private double unseen;
    private double exact;

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

        model.LearnFrequencies(rests => rests.Holders(records.Count));
        model.Refresh();
        return model;
    }

    /// <summary>Takes how many records, or clusters of them, have each rest of an address.</summary>
    public void LearnFrequencies(Func<NamedMail, int[]> count)
    {
        var holders = count(mails);
        double named = holders.Sum();
        unseen = Math.Log2(named / Unseen);
        rarity = Array.ConvertAll(holders, holder => Math.Log2(named / (Math.Max(1, holder) - 1 + Unseen)));
    }

    /// <summary>Takes changed probabilities of matches over into the weights.</summary>
    public void Refresh()
    {
        for (var names = NamedMail.Given; names <= NamedMail.Both; names++)
        {
            weights[names] = [.. strangers[names].Select((u, level) => Math.Log2(field.M[level] / u))];
        }

        exact = Math.Log2(field.M[FieldComparer.Exact]);
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

        if (level != FieldComparer.Exact)
        {
            return weights[names][level] - plain;
        }

        var rest = mails.Names(a) == NamedMail.Both ? mails.Rest(a) : mails.Rest(b);
        var left = names == NamedMail.Both ? exact + (rest < rarity.Length ? rarity[rest] : unseen) : weights[names][level];
        return Math.Min(0, left - plain);
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
