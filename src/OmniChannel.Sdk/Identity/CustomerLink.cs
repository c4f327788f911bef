namespace OmniChannel.Identity;

/// <summary>Why two are one customer, or why not.</summary>
public sealed record CustomerLink
{
    /// <summary>True when they are.</summary>
    public required bool IsOne { get; init; }

    /// <summary>The answer as a code with arguments.</summary>
    public required Explanation Answer { get; init; }

    /// <summary>When they are one, the ties that lead from the one to the other. When not, what would tie them and was refused, best first.</summary>
    public required IReadOnlyList<CustomerTie> Ties { get; init; }

    /// <summary>A sentence for the answer and one for each tie, a line each.</summary>
    public string ToText(Locale locale) => string.Join('\n', Ties.Select(t => t.Explanation.ToText(locale)).Prepend(Answer.ToText(locale)));
}
