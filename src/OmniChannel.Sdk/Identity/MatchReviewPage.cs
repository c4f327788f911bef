using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>A page of suggestions.</summary>
[Experimental("OMNI001")]
public sealed record MatchReviewPage
{
    /// <summary>The suggestions, the strongest first.</summary>
    public required IReadOnlyList<MatchReview> Items { get; init; }

    /// <summary>What to ask the next page with; null when this was the last.</summary>
    public string? Next { get; init; }
}
