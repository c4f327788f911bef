using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>Why two identifiers are one customer's, or why not.</summary>
[Experimental("OMNI001")]
public sealed record LinkExplanation
{
    /// <summary>True when they are.</summary>
    public required bool IsOne { get; init; }

    /// <summary>The answer as a code with arguments.</summary>
    public required Explanation Answer { get; init; }

    /// <summary>
    /// When they are one, the strongest ties that lead from the one to the other, in their order. When not, the ties between their customers
    /// that were refused, best first.
    /// </summary>
    public required IReadOnlyList<GraphTie> Ties { get; init; }

    /// <summary>A sentence for the answer and one for each tie, a line each.</summary>
    public string ToText(Locale locale) => string.Join('\n', Ties.Select(t => t.Explanation.ToText(locale)).Prepend(Answer.ToText(locale)));
}
