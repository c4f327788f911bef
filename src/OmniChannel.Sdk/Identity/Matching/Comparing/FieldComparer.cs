using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>Sorts a pair of different values into levels, from alike to different. Equal values are level 0 and never get here.</summary>
internal abstract class FieldComparer
{
    public const byte Exact = 0;
    public const byte Missing = 255;

    /// <summary>The level when either side has no value.</summary>
    public abstract IReadOnlyList<string> Levels { get; }

    /// <summary>How often a match falls into each level before anything is learned.</summary>
    public abstract IReadOnlyList<double> Prior { get; }

    /// <summary>Levels up to this one count as agreement when two fields are tried the other way round.</summary>
    public virtual int LastAlike => 2;

    /// <summary>A level that strangers reach so easily that it counts as differing; the last level counts as well.</summary>
    public virtual byte Weak => Last;

    /// <summary>The level of a pair whose values stand in each other's field, equal or alike; 0 when that is no level here.</summary>
    public virtual byte Swapped(byte crossLevel) => 0;

    /// <summary>Whether a level says that the value stands in the other field.</summary>
    public bool IsSwapped(byte level) => level > 0 && (level == Swapped(0) || level == Swapped(1));

    public byte Last => (byte)(Levels.Count - 1);

    public abstract byte Compare(ValueTable table, int a, int b);

    public static FieldComparer For(FieldKind kind) => kind switch
    {
        FieldKind.GivenName or FieldKind.FamilyName or FieldKind.FullName => NameComparer.Instance,
        FieldKind.Date => DateComparer.Instance,
        FieldKind.Age => AgeComparer.Instance,
        FieldKind.Email => EmailComparer.Instance,
        FieldKind.Category => CategoryComparer.Instance,
        FieldKind.PostalCode or FieldKind.Phone or FieldKind.Number or FieldKind.Identifier => CodeComparer.Instance,
        _ => TextComparer.Instance,
    };

    /// <summary>Edits, or limit + 1 as soon as the sets of letters rule the limit out.</summary>
    protected static int Edits(ValueTable table, int a, int b, int limit)
    {
        ref readonly var x = ref table[a];
        ref readonly var y = ref table[b];
        return System.Numerics.BitOperations.PopCount(x.Letters ^ y.Letters) > limit * 2
            ? limit + 1
            : TextDistance.Edits(table.Text(a), table.Text(b), limit);
    }

    /// <summary>Jaro-Winkler, or 0 as soon as the sets of letters rule the floor out.</summary>
    protected static double Likeness(ValueTable table, int a, int b, double floor)
    {
        ref readonly var x = ref table[a];
        ref readonly var y = ref table[b];
        double matches = Math.Min(
            x.Length - System.Numerics.BitOperations.PopCount(x.Letters & ~y.Letters),
            y.Length - System.Numerics.BitOperations.PopCount(y.Letters & ~x.Letters));
        var text = table.Text(a);
        var other = table.Text(b);
        var bound = ((matches / x.Length) + (matches / y.Length) + 1) / 3;
        bound += TextDistance.CommonPrefix(text, other, 4) * 0.1 * (1 - bound);
        return bound < floor ? 0 : TextDistance.JaroWinkler(text, other);
    }

    /// <summary>The same letters in another order.</summary>
    protected static bool Anagram(ValueTable table, int a, int b)
    {
        ref readonly var x = ref table[a];
        ref readonly var y = ref table[b];
        return x.LetterSum == y.LetterSum && x.Letters == y.Letters && x.Length == y.Length;
    }
}
