namespace OmniChannel.Engagement;

/// <summary>What a workspace does with what the matcher finds.</summary>
internal sealed record MatchRules
{
    /// <summary>Whether matches are tied at once; else they are suggested.</summary>
    public bool Links { get; init; }

    /// <summary>The most suggestions, or ties, that one look at a record begins.</summary>
    public int MostPerRecord { get; init; } = 5;

    /// <summary>How long the matcher has for a record; it may have to read all records first.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}
