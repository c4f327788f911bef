using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>One thing that two records are compared by.</summary>
[Experimental("OMNI001")]
public sealed record MatchField
{
    /// <summary>The name under which explanations and the model show the field; unique in its schema.</summary>
    public required string Name { get; init; }

    /// <summary>What the values mean.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>Whether 3/4/1980 is in March.</summary>
    /// <value>Default false. <see cref="MatchSchema.Infer"/> sets it where a column has a second number over 12.</value>
    public bool MonthFirst { get; init; }

    /// <summary>The columns it is read from: one, or year, month and day of a <see cref="FieldKind.Date"/>.</summary>
    public required IReadOnlyList<string> Columns { get; init; }
}
