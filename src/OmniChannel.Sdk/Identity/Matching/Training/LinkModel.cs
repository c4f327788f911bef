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

    public LinkModel(PreparedRecords records)
    {
        Records = records;
        Fields = [.. records.Fields.Select(field => new FieldModel(field))];
        weights = new double[Fields.Length][];
        LearnFrequencies();
        Refresh();
    }

    public PreparedRecords Records { get; }

    public FieldModel[] Fields { get; }

    /// <summary>Share of matches among all pairs.</summary>
    public double Prior { get; set; } = 1e-4;

    /// <summary>Share of pairs of one household among all pairs.</summary>
    public double Household { get; set; } = 1e-4;

    /// <summary>Fields that go together; empty until learned.</summary>
    public Dependence[] Dependences { get; set; } = [];

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
        }
    }

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
        for (var f = 0; f < Fields.Length; f++)
        {
            var field = Records.Fields[f];
            var holders = new int[field.Table.Count];
            var seen = new HashSet<(int, int)>();
            for (var record = 0; record < Records.Count; record++)
            {
                if (field[record] is >= 0 and var value && seen.Add((value, clusters[record])))
                {
                    holders[value]++;
                }
            }

            Fields[f].LearnFrequencies(holders);
        }
    }

    /// <summary>The bits of one field of a pair.</summary>
    public double Bits(int f, byte level, int a, int b)
    {
        if (level == FieldComparer.Missing)
        {
            return 0;
        }

        return weights[f][level] - Common(f, level, a, b);
    }

    /// <summary>What the frequency of the values takes from a level, in bits.</summary>
    public double Common(int f, byte level, int a, int b)
    {
        var field = Records.Fields[f];
        if (level == FieldComparer.Exact)
        {
            return Fields[f].Commonness(field[a]);
        }

        if (level <= field.Comparer.LastAlike)
        {
            return 0.5 * Math.Max(0, Math.Max(Fields[f].Commonness(field[a]), Fields[f].Commonness(field[b])));
        }

        return 0;
    }

    /// <summary>Whether a level speaks of the same value.</summary>
    public bool Agrees(int f, byte level) => level <= Records.Fields[f].Comparer.LastAlike || Records.Fields[f].Comparer.IsSwapped(level);

    /// <summary>The log-odds, in bits, that two records are one person.</summary>
    public double Score(ReadOnlySpan<byte> levels, int a, int b)
    {
        var (personal, shared) = Sum(levels, a, b);
        return PriorBits + personal + shared - HouseholdBits(shared);
    }

    /// <summary>Whether a pair has at least so many bits as a match, or some chance to be of one household.</summary>
    public bool Matters(ReadOnlySpan<byte> levels, int a, int b, double floor)
    {
        var (personal, shared) = Sum(levels, a, b);
        return PriorBits + personal + shared >= floor || Math.Log2(HouseholdOdds) + shared >= -6;
    }

    /// <summary>The chances that two records are one person, and that they are two of one household.</summary>
    public (double Match, double Household) Posterior(ReadOnlySpan<byte> levels, int a, int b)
    {
        var (personal, shared) = Sum(levels, a, b);
        var match = Math.Exp((PriorBits + personal + shared) * Math.Log(2));
        var household = HouseholdOdds * Math.Exp(shared * Math.Log(2));
        return (match / (1 + match + household), household / (1 + match + household));
    }

    /// <summary>What two fields that go together add to their sum.</summary>
    public double Together(Dependence edge, ReadOnlySpan<byte> levels)
    {
        var (first, second) = (levels[edge.First], levels[edge.Second]);
        return first == FieldComparer.Missing || second == FieldComparer.Missing ? 0 : edge.Bits(Agrees(edge.First, first), Agrees(edge.Second, second));
    }

    /// <summary>The bits of what a person has alone, and of what a household shares.</summary>
    private (double Personal, double Shared) Sum(ReadOnlySpan<byte> levels, int a, int b)
    {
        double personal = 0, shared = 0;
        for (var f = 0; f < levels.Length; f++)
        {
            if (levels[f] == FieldComparer.Missing)
            {
                continue;
            }

            var bits = Bits(f, levels[f], a, b);
            if (Fields[f].Personal)
            {
                personal += bits;
            }
            else
            {
                shared += bits;
            }
        }

        foreach (var edge in Dependences)
        {
            var bits = Together(edge, levels);
            if (Fields[edge.First].Personal || Fields[edge.Second].Personal)
            {
                personal += bits;
            }
            else
            {
                shared += bits;
            }
        }

        return (personal, shared);
    }

    /// <summary>What the chance that the two only live together takes away.</summary>
    public double HouseholdBits(double shared) => Household > 0 ? Math.Log2(1 + (HouseholdOdds * Math.Exp(shared * Math.Log(2)))) : 0;

    public static double Probability(double bits) => 1 / (1 + Math.Exp(-bits * Math.Log(2)));
}
