using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>What a new record was found to be.</summary>
[Experimental("OMNI001")]
public sealed record LiveMatch
{
    /// <summary>The number of the new record.</summary>
    public required int Record { get; init; }

    /// <summary>Its cluster: its own number when it is nobody known.</summary>
    public required int Cluster { get; init; }

    /// <summary>Clusters that became part of <see cref="Cluster"/>, because the record shows that they are one person.</summary>
    public required IReadOnlyList<int> Merged { get; init; }

    /// <summary>The known records over the threshold, strongest first.</summary>
    public required IReadOnlyList<ScoredPair> Links { get; init; }

    /// <summary>Known records that may be the same person and are for somebody to look at: under the threshold, or cut off by their clusters.</summary>
    public required IReadOnlyList<ScoredPair> Possible { get; init; }

    /// <summary>How many known records it was compared with.</summary>
    public required int Compared { get; init; }
}
