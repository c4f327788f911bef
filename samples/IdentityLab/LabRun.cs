using OmniChannel.Identity.Matching;

namespace IdentityLab;

/// <summary>What both commands do with what they read: infer, match.</summary>
internal sealed record LabRun
{
    public const string Options = "--input --id --ignore --truth --link --schema --precision --threads";

    public required People People { get; init; }

    public required MatchSchema Schema { get; init; }

    public required MatchResult Result { get; init; }

    public required double Precision { get; init; }

    /// <summary>What to say when more right pairs were left out than found, to keep the precision.</summary>
    public string? Warning => Result.ExpectedLeftOut <= Math.Max(5, Result.Pairs.Count) ? null : FormattableString.Invariant(
        $"The columns say too little to find most pairs at a precision of {Precision}: {Result.Pairs.Count} were accepted, and about {Result.ExpectedLeftOut:F0} likely right ones were left out. A lower --precision takes more of them.");

    public static LabRun Of(Arguments arguments, People people)
    {
        var options = new MatchOptions
        {
            Precision = arguments.Number("--precision", 0.99, 0, 1),
            MaxDegreeOfParallelism = arguments.Whole("--threads", Math.Min(Environment.ProcessorCount, 1024), 1, 1024),
        };
        var schema = arguments["--schema"] is { } path ? SchemaFile.Read(path, people.Records) : MatchSchema.Infer(people.Records);
        if (schema.Fields.Count == 0)
        {
            throw new LabException("No column tells people apart: all are constant, empty, or numbers of rows. Give a --schema to say otherwise.");
        }

        var matcher = new RecordMatcher(schema, options);
        var result = arguments["--link"] is null
            ? matcher.Match(people.Records, LabProgress.Tell)
            : matcher.Link(people.Records, people.Sources, LabProgress.Tell);
        LabProgress.Done();
        return new() { People = people, Schema = schema, Result = result, Precision = options.Precision };
    }
}
