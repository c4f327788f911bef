using System.Diagnostics.CodeAnalysis;
using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching;

/// <summary>The fields by which records are compared.</summary>
[Experimental("OMNI001")]
public sealed record MatchSchema
{
    /// <summary>The fields, in the order in which explanations show them.</summary>
    public required IReadOnlyList<MatchField> Fields { get; init; }

    /// <summary>
    /// Reads the meaning of each column out of its name (English, German, French, Spanish, Italian, Dutch, Portuguese, Japanese) and, where the
    /// name says nothing, out of its values. Columns that cannot tell people apart are left out: constant ones, row numbers, and copies of others.
    /// </summary>
    /// <param name="records">The records, of which some thousand are looked at.</param>
    /// <param name="ignore">Columns that are never used, such as the id and the truth.</param>
    public static MatchSchema Infer(RecordSet records, IReadOnlyCollection<string>? ignore = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        return new() { Fields = SchemaInference.Fields(records, ignore ?? []) };
    }
}
