using System.Diagnostics.CodeAnalysis;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching;

/// <summary>What a run learned of its fields, without any value of a record.</summary>
[Experimental("OMNI001")]
public sealed record MatchModel
{
    /// <summary>The share of matches among all pairs of records, from 0 to 1.</summary>
    public required double Prior { get; init; }

    /// <summary>The share of pairs that only belong to one household, from 0 to 1.</summary>
    public required double Household { get; init; }

    /// <summary>The fields, in the order of the schema.</summary>
    public required IReadOnlyList<FieldWeights> Fields { get; init; }

    internal static MatchModel Of(LinkModel link) => new()
    {
        Prior = link.Prior,
        Household = link.Household,
        Fields = [.. link.Fields.Select((field, f) => FieldWeights.Of(link.Records.Fields[f], field))],
    };

    /// <exception cref="ArgumentException">The model is of other fields.</exception>
    internal void CopyTo(LinkModel link)
    {
        for (var f = 0; f < link.Fields.Length; f++)
        {
            var field = link.Records.Fields[f];
            var weights = Fields.FirstOrDefault(w => w.Field == field.Name && w.Levels.Count == link.Fields[f].M.Length)
                ?? throw new ArgumentException($"The model has no field '{field.Name}' with the levels of {field.Kind}.");
            link.Fields[f].Household = weights.Household ?? FieldModel.FirstHousehold(field.Kind);
            for (var level = 0; level < weights.Levels.Count; level++)
            {
                link.Fields[f].M[level] = weights.Levels[level].M;
                link.Fields[f].U[level] = weights.Levels[level].U;
            }
        }

        (link.Prior, link.Household) = (Prior, Household);
        link.Refresh();
    }
}
