using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>How long the parts of a run took.</summary>
[Experimental("OMNI001")]
public sealed record MatchTimings
{
    /// <summary>Folding, and learning the model and the keys.</summary>
    public required TimeSpan Train { get; init; }

    /// <summary>Making and scoring the candidate pairs.</summary>
    public required TimeSpan Predict { get; init; }

    /// <summary>Choosing the threshold and building clusters.</summary>
    public required TimeSpan Cluster { get; init; }

    /// <summary>All of it.</summary>
    public TimeSpan Total => Train + Predict + Cluster;
}
