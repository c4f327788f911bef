using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace OmniChannel.Identity.Matching;

/// <summary>
/// What a run learned, ready to be kept as a file and used on records to come: the fields, their weights and the threshold. Holds no value of
/// a record.
/// </summary>
[Experimental("OMNI001")]
public sealed record TrainedMatcher
{
    /// <summary>The fields. In the engine a column is one of a customer record: see <see cref="MatchingOptions"/>.</summary>
    public required MatchSchema Schema { get; init; }

    /// <summary>Their weights.</summary>
    public required MatchModel Model { get; init; }

    /// <summary>The bits from which on two records are one person.</summary>
    public required double Threshold { get; init; }

    /// <summary>How many records it was learned from: among more of them, matches are rarer.</summary>
    public required int Records { get; init; }

    /// <summary>Takes what a run learned.</summary>
    /// <param name="schema">The schema of the run.</param>
    /// <param name="result">The run.</param>
    public static TrainedMatcher Of(MatchSchema schema, MatchResult result)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(result);
        return new() { Schema = schema, Model = result.Model, Threshold = result.Threshold, Records = result.Clusters.Count };
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is not that.</exception>
    public static TrainedMatcher FromJson(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8Json, TrainedMatcherJson.Default.TrainedMatcher) ?? throw new FormatException("The model is empty.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"This is no trained matcher: {e.Path} cannot be read.", e);
        }
    }

    /// <summary>The matcher as JSON in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, TrainedMatcherJson.Default.TrainedMatcher);
}
