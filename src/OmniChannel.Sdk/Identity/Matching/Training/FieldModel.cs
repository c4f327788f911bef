using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Training;

/// <summary>What was learned of one field: how often matches and strangers fall into each level.</summary>
internal sealed class FieldModel(PreparedField field)
{
    // How much rarer than average a value may count, and how much a value held once stands for unseen sharers.
    private const double Unseen = 0.7;

    private float[] commonness = [];
    private float rarest;
    private double averageHolders = 1;

    public double[] M { get; } = [.. field.Comparer.Prior];

    public double[] U { get; } = Start(field);

    /// <summary>What is assumed of strangers before anything is seen.</summary>
    public double[] FirstU { get; } = Assumed(field);

    /// <summary>Whether relatives and flatmates differ in it.</summary>
    public bool Personal { get; } = field.Kind is FieldKind.GivenName or FieldKind.Date or FieldKind.Age or FieldKind.Identifier;

    /// <summary>
    /// How often people of one household agree in it as one person would: nearly always in the address, seldom in e-mail, twins in birth, father
    /// and son in the given name. Assumed at first, then learned.
    /// </summary>
    public double Household { get; set; } = FirstHousehold(field.Kind);

    /// <summary>Whether one household has no two people who are equal in it by chance: nobody gives two children one name.</summary>
    public bool NeverByChance { get; } = field.Kind == FieldKind.GivenName;

    /// <summary>The largest such share.</summary>
    public double MostHousehold { get; } = field.Kind switch
    {
        FieldKind.GivenName or FieldKind.Date or FieldKind.Age => 0.2,
        FieldKind.Identifier => 0.01,
        FieldKind.Email => 0.6,
        _ => 0.98,
    };

    /// <summary>The largest share of matches that may differ in it.</summary>
    public double MostDifferent { get; } = field.Kind switch
    {
        FieldKind.GivenName or FieldKind.Date or FieldKind.Age => 0.25,
        FieldKind.FamilyName => 0.35,
        FieldKind.Identifier => 0.4,
        _ => 0.9999,
    };

    /// <summary>The smallest share of matches that are equal in it.</summary>
    public double LeastEqual { get; } = field.Kind is FieldKind.GivenName or FieldKind.FamilyName or FieldKind.Date ? 0.25 : 0;

    /// <summary>Bits of a level, before the value's frequency counts.</summary>
    public double Weight(int level) => Math.Log2(M[level] / U[level]);

    /// <summary>How much more often than the average value this one is shared, as bits.</summary>
    public float Commonness(int value) => (uint)value < (uint)commonness.Length ? commonness[value] : rarest;

    /// <summary>Takes the frequencies of values: by record, or by cluster once clusters are known.</summary>
    public void LearnFrequencies(ReadOnlySpan<int> holders)
    {
        double weighted = 0, total = 0;
        foreach (var count in holders)
        {
            weighted += count * (count - 1 + Unseen);
            total += count;
        }

        averageHolders = total > 0 ? weighted / total : 1;
        rarest = CommonnessOf(1);
        commonness = new float[holders.Length];
        for (var value = 0; value < holders.Length; value++)
        {
            commonness[value] = CommonnessOf(Math.Max(1, holders[value]));
        }
    }

    /// <summary>The share in which people of one household agree, before anything is seen.</summary>
    public static double FirstHousehold(FieldKind kind) => kind switch
    {
        FieldKind.GivenName => 0.007,
        FieldKind.Date or FieldKind.Age => 0.007,
        FieldKind.Identifier => 0.002,
        FieldKind.Email => 0.1,
        FieldKind.Phone or FieldKind.Category or FieldKind.Text => 0.6,
        _ => 0.9,
    };

    private float CommonnessOf(int holders) => (float)Math.Log2((holders - 1 + Unseen) / averageHolders);

    private static double[] Start(PreparedField field) => Spread(field, 0.01, 0.01);

    private static double[] Assumed(PreparedField field) => Spread(field, 0.002, field.Kind switch
    {
        FieldKind.Date => 0.0003,
        FieldKind.Email or FieldKind.Phone or FieldKind.Identifier => 0.0001,
        FieldKind.Number or FieldKind.Age => 0.02,
        FieldKind.Category => 0.3,
        _ => 0.005,
    });

    private static double[] Spread(PreparedField field, double each, double equal)
    {
        var u = new double[field.Comparer.Levels.Count];
        Array.Fill(u, each);
        u[0] = equal;
        u[^1] = 1 - equal - (each * (u.Length - 2));
        return u;
    }
}
