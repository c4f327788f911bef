using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>
/// How the engine matches customer records. Columns of the schema are read from a record: <c>family-name</c>, <c>given-name</c>,
/// <c>family-name-kana</c>, <c>given-name-kana</c>, <c>name</c>; an identifier type such as <c>phone</c> or <c>email</c>, its first value; else the trait of
/// that name.
/// </summary>
[Experimental("OMNI001")]
public sealed class MatchingOptions
{
    /// <summary>What becomes of matches.</summary>
    /// <value>Default <see cref="MatchPolicy.Suggest"/>: a merge by likeness is wrong once in a while, and greets a stranger by name.</value>
    public MatchPolicy Policy { get; set; }

    /// <summary>The least chance, from 0 to 1, with which a pair goes to the review list. Pairs 7 bits and more under the threshold never do.</summary>
    /// <value>Default 0.5.</value>
    public double ReviewFrom { get; set; } = 0.5;

    /// <summary>Where the columns of the schema stand in a record, for those that are named otherwise there: <c>vorname</c> is <c>given-name</c>.</summary>
    /// <value>Default empty: under their own names.</value>
    public IDictionary<string, string> Columns { get; } = new Dictionary<string, string>();

    /// <summary>The most suggestions for one record, the strongest ones.</summary>
    /// <value>Default 5; 1 to 50.</value>
    public int MostPerRecord { get; set; } = 5;
}
