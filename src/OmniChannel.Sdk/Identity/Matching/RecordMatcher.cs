using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>
/// Finds the records that are one person, without labels: compares them field by field, learns from the data itself how much each agreement
/// says (Fellegi and Sunter, "A Theory for Record Linkage", 1969), and clusters what is over a threshold of its own choice. The same records
/// give the same result on every machine and with any number of threads.
/// </summary>
/// <param name="schema">The fields to compare by.</param>
/// <param name="options">How; null for the defaults.</param>
[Experimental("OMNI001")]
public sealed class RecordMatcher(MatchSchema schema, MatchOptions? options = null)
{
    /// <summary>Matches a set of records with itself.</summary>
    /// <param name="records">The records; they must not change until the result is no longer used.</param>
    /// <param name="progress">Told when a stage begins, on the calling thread.</param>
    /// <exception cref="ArgumentException">A field names a column that the records do not have, or there is no field.</exception>
    public MatchResult Match(RecordSet records, Action<MatchStage>? progress = null) => Run(records, null, progress);

    /// <summary>Matches records of two sources with each other; two records of one source are not compared.</summary>
    /// <param name="records">The records of both sources.</param>
    /// <param name="sources">The source of each record: 0 or 1.</param>
    /// <param name="progress">Told when a stage begins, on the calling thread.</param>
    /// <exception cref="ArgumentException">There are not as many sources as records, or a field names a column that they do not have.</exception>
    public MatchResult Link(RecordSet records, IReadOnlyList<int> sources, Action<MatchStage>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(sources);
        return sources.Count == records.Count
            ? Run(records, [.. sources.Select(source => source != 0)], progress)
            : throw new ArgumentException($"{sources.Count} sources for {records.Count} records.", nameof(sources));
    }

    private MatchResult Run(RecordSet records, bool[]? second, Action<MatchStage>? progress)
    {
        ArgumentNullException.ThrowIfNull(records);
        var fields = schema.Fields.Sum(field => field.Kind == FieldKind.FullName ? 3 : 1);
        if (fields is 0 or > 32)
        {
            throw new ArgumentException($"A schema has 1 to 32 fields, a whole name counting as three, not {fields}.");
        }

        return new MatchRun(records, schema, options ?? new(), second, progress ?? (_ => { })).Execute();
    }
}
