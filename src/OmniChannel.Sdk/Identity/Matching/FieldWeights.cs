using System.Diagnostics.CodeAnalysis;
using OmniChannel.Identity.Matching.Fields;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching;

/// <summary>What was learned of one field.</summary>
[Experimental("OMNI001")]
public sealed record FieldWeights
{
    /// <summary>The field's name; parts of a whole name follow it in brackets.</summary>
    public required string Field { get; init; }

    /// <summary>How its values are compared.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>The levels, from equal to different; a missing value is none of them and weighs nothing.</summary>
    public required IReadOnlyList<LevelWeight> Levels { get; init; }

    /// <summary>How often two people of one household agree in it as one person would, from 0 to 1.</summary>
    /// <value>Default: what is assumed of its kind before anything is learned.</value>
    public double? Household { get; init; }

    internal static FieldWeights Of(PreparedField field, FieldModel model) => new()
    {
        Field = field.Name,
        Kind = field.Kind,
        Household = model.Household,
        Levels = [.. field.Comparer.Levels.Select((name, level) => new LevelWeight { Level = name, M = model.M[level], U = model.U[level] })],
    };
}
