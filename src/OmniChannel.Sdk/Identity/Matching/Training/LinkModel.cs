using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Training;

/// <summary>
/// The Fellegi-Sunter model with a third class beside matches and strangers: people of one household, who share address and family name as
/// matches do, and differ in given name and birth as strangers do.
/// </summary>
internal sealed class LinkModel
{
    private readonly double[][] weights;
    private readonly (double Share, double Alone, double Odds)[] homes;
    private readonly double[][] apart;
    private readonly bool[] never;
    private readonly double[] exact;
    private readonly byte[] lastAlike;
    private readonly int mail;
    private double householdBits;

    public LinkModel(PreparedRecords records)
    {
        Records = records;
        Fields = [.. records.Fields.Select(field => new FieldModel(field))];
        weights = new double[Fields.Length][];
        homes = new (double, double, double)[Fields.Length];
        exact = new double[Fields.Length];
        apart = new double[Fields.Length][];
        never = Array.ConvertAll(Fields, field => field.NeverByChance);
        lastAlike = [.. records.Fields.Select(field => (byte)field.Comparer.LastAlike)];
        HomesOnly = Array.TrueForAll(records.Fields, field => field.Kind is FieldKind.FamilyName or FieldKind.Phone or FieldKind.Street or FieldKind.PostalCode
            or FieldKind.Locality or FieldKind.Number or FieldKind.Category);
        Mails = NamedMailModel.Learn(records, Fields);
        mail = Mails?.Field ?? -1;
        LearnFrequencies();
        Refresh();
    }

    public PreparedRecords Records { get; }

    public FieldModel[] Fields { get; }

    /// <summary>Whether all fields are of homes and none of persons, as phones and addresses are.</summary>
    public bool HomesOnly { get; }

    /// <summary>Share of matches among all pairs.</summary>
    public double Prior { get; set; } = 1e-4;

    /// <summary>Share of pairs of one household among all pairs.</summary>
    public double Household { get; set; } = 1e-4;

    /// <summary>Fields that go together; empty until learned.</summary>
    public Dependence[] Dependences { get; set; } = [];

    /// <summary>What agreement in names takes from agreement in e-mail; null without such addresses.</summary>
    public NamedMailModel? Mails { get; }

    /// <summary>Pairs that could be matches: all, or those across two sources.</summary>
    public double AllPairs { get; init; }

    public double PriorBits => Math.Log2(Prior / (1 - Prior - Household));

    public double HouseholdOdds => Household / (1 - Prior - Household);

    /// <summary>Takes changed probabilities over into the weights that scoring reads.</summary>
    public void Refresh()
    {
        for (var f = 0; f < Fields.Length; f++)
        {
            weights[f] = [.. Fields[f].M.Select((_, level) => Fields[f].Weight(level))];
            exact[f] = -Math.Log2(Fields[f].U[FieldComparer.Exact]);
            var share = Fields[f].Household;
            homes[f] = (Math.Log2(share), Math.Log2(1 - share), Math.Log2(share / (1 - share)));
            apart[f] = Array.ConvertAll(weights[f], bits => homes[f].Alone + Softplus.Of(bits + homes[f].Odds));
        }

        householdBits = Math.Log2(HouseholdOdds);

        Mails?.Refresh();
    }

    /// <summary>Frequencies by record, as long as no clusters are known.</summary>
    public void LearnFrequencies()
    {
        for (var f = 0; f < Fields.Length; f++)
        {
            var field = Records.Fields[f];
            var holders = new int[field.Table.Count];
            for (var value = 0; value < holders.Length; value++)
            {
                holders[value] = field.Holders(value);
            }

            Fields[f].LearnFrequencies(holders);
        }
    }

    /// <summary>Frequencies by cluster: a person with five records does not make a name five times as common.</summary>
    public void LearnFrequencies(int[] clusters)
    {
        var order = Enumerable.Range(0, clusters.Length).ToArray();
        Array.Sort((int[])clusters.Clone(), order);
        for (var f = 0; f < Fields.Length; f++)
        {
            var field = Records.Fields[f];
            Fields[f].LearnFrequencies(Holders(field.Table.Count, record => field[record], order, clusters));
        }

        Mails?.LearnFrequencies(mails => Holders(mails.Rests, mails.Rest, order, clusters));
    }

    // Records of one cluster come one after the other, so each cluster counts once.
    private static int[] Holders(int values, Func<int, int> valueOf, int[] order, int[] clusters)
    {
        var holders = new int[values];
        var last = new int[values];
        Array.Fill(last, -1);
        foreach (var record in order)
        {
            if (valueOf(record) is >= 0 and var value && last[value] != clusters[record])
            {
                last[value] = clusters[record];
                holders[value]++;
            }
        }

        return holders;
    }

    /// <summary>The bits of one field of a pair, given what the frequency of its values takes from them.</summary>
    public double Bits(int f, byte level, float common) => level == FieldComparer.Missing ? 0 : weights[f][level] - common;

    /// <summary>What the frequency of the values takes from the level of each field, in bits; the same until frequencies are learned anew.</summary>
    public void Commons(ReadOnlySpan<byte> levels, int a, int b, Span<float> commons)
    {
        var x = Records.Row(a);
        var y = Records.Row(b);
        for (var f = 0; f < levels.Length; f++)
        {
            commons[f] = levels[f] == FieldComparer.Exact ? Fields[f].Commonness(x[f])
                : levels[f] <= lastAlike[f] ? 0.5f * Math.Max(0, Math.Max(Fields[f].Commonness(x[f]), Fields[f].Commonness(y[f])))
                : 0;
        }
    }

    /// <summary>Whether a level speaks of the same value.</summary>
    public bool Agrees(int f, byte level) => level <= lastAlike[f] || Records.Fields[f].Comparer.IsSwapped(level);

    /// <summary>The log-odds, in bits, that two records are one person.</summary>
    public double Score(ReadOnlySpan<byte> levels, int a, int b)
    {
        Span<float> commons = stackalloc float[levels.Length];
        Commons(levels, a, b, commons);
        return Score(Evidence(levels, commons, a, b));
    }

    /// <summary>The log-odds, in bits, that evidence makes of the priors.</summary>
    public double Score((double Match, double Household) evidence)
    {
        var (match, household) = WithPriors(evidence);
        return match - (Household > 0 ? Math.Log2(1 + Math.Exp(household * Math.Log(2))) : 0);
    }

    /// <summary>Whether a pair has at least so many bits as a match, or some chance to be of one household.</summary>
    public bool Matters(ReadOnlySpan<byte> levels, int a, int b, double floor)
    {
        Span<float> commons = stackalloc float[levels.Length];
        Commons(levels, a, b, commons);
        var (match, household) = WithPriors(Evidence(levels, commons, a, b));
        return match >= floor || household >= -6;
    }

    /// <summary>The chances that two records are one person, and that they are two of one household.</summary>
    public (double Match, double Household) Posterior(ReadOnlySpan<byte> levels, ReadOnlySpan<float> commons, int a, int b)
    {
        var (matchBits, householdBits) = WithPriors(Evidence(levels, commons, a, b));
        var match = Math.Exp(matchBits * Math.Log(2));
        var household = Math.Exp(householdBits * Math.Log(2));
        return (match / (1 + match + household), household / (1 + match + household));
    }

    /// <summary>The chance that two of one household agree in a field because it is shared, given how they compare in it.</summary>
    public double SharedAtHome(int f, byte level, float common) =>
        level == FieldComparer.Exact && Fields[f].NeverByChance ? 1 : Softplus.Share(Bits(f, level, common) + homes[f].Odds);

    /// <summary>What two fields that go together add to their sum.</summary>
    /// <param name="edge">The fields.</param>
    /// <param name="levels">The level of each field.</param>
    /// <param name="commons">What frequencies take from each.</param>
    public double Together(Dependence edge, ReadOnlySpan<byte> levels, ReadOnlySpan<float> commons)
    {
        var (first, second) = (levels[edge.First], levels[edge.Second]);
        if (first == FieldComparer.Missing || second == FieldComparer.Missing)
        {
            return 0;
        }

        if (first == FieldComparer.Exact && second == FieldComparer.Exact)
        {
            // The rarer the values, the more of what the one says has been said by the other.
            var (one, other) = (exact[edge.First], exact[edge.Second]);
            return edge.BothAgree * Math.Max(0, Math.Min(one - commons[edge.First], other - commons[edge.Second])) / Math.Max(Math.Min(one, other), -edge.BothAgree);
        }

        // It was counted among equal values. That one of two differs is telling only when the other is no less than equal.
        var bits = edge.Bits(Agrees(edge.First, first), Agrees(edge.Second, second));
        return bits > 0 && first != FieldComparer.Exact && second != FieldComparer.Exact ? 0 : bits;
    }

    /// <summary>What agreement in names takes from agreement in the address of e-mail made of them.</summary>
    public double Named(ReadOnlySpan<byte> levels, ReadOnlySpan<float> commons, int a, int b) =>
        Mails?.Bits(levels, a, b, Bits(mail, levels[mail], commons[mail])) ?? 0;

    private (double Match, double Household) WithPriors((double Match, double Household) evidence) =>
        (evidence.Match + PriorBits, evidence.Household + householdBits);

    /// <summary>
    /// What the fields say against strangers, in bits, before any prior: that the two are one person, and that they are two of one household.
    /// </summary>
    /// <param name="levels">The level of each field.</param>
    /// <param name="commons">What frequencies take from each.</param>
    /// <param name="a">The record whose address of e-mail was compared.</param>
    /// <param name="b">The other.</param>
    public (double Match, double Household) Evidence(ReadOnlySpan<byte> levels, ReadOnlySpan<float> commons, int a, int b)
    {
        var (match, household) = (0.0, 0.0);
        var namesakes = false;
        for (var f = 0; f < levels.Length; f++)
        {
            if (levels[f] == FieldComparer.Missing)
            {
                continue;
            }

            var bits = weights[f][levels[f]] - commons[f];
            bits += f == mail ? Mails!.Bits(levels, a, b, bits) : 0;
            match += bits;
            if (levels[f] == FieldComparer.Exact && never[f])
            {
                // A father and son of one name bear all of it: middle names and readings come with the first.
                household += bits + (namesakes ? 0 : homes[f].Share);
                namesakes = true;
            }
            else
            {
                household += bits == weights[f][levels[f]] ? apart[f][levels[f]] : homes[f].Alone + Softplus.Of(bits + homes[f].Odds);
            }
        }

        foreach (var edge in Dependences)
        {
            var bits = Together(edge, levels, commons);
            match += bits;
            household += AtHome(edge, namesakes) ? bits : 0;
        }

        return (match, household);
    }

    // What goes together in what a home shares, or in the names of namesakes.
    private bool AtHome(Dependence edge, bool namesakes)
    {
        var (first, second) = (Fields[edge.First], Fields[edge.Second]);
        return (!first.Personal && !second.Personal) || (namesakes && first.NeverByChance && second.NeverByChance);
    }

    public static double Probability(double bits) => 1 / (1 + Math.Exp(-bits * Math.Log(2)));
}
