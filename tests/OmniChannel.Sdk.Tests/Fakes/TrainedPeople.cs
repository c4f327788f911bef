using OmniChannel.Identity.Matching;

namespace OmniChannel.Fakes;

/// <summary>A matcher that learned from made-up families.</summary>
internal static class TrainedPeople
{
    private static readonly Lazy<TrainedMatcher> Once = new(Train);

    public static TrainedMatcher Matcher => Once.Value;

    private static TrainedMatcher Train()
    {
        var people = Tests.Identity.Matching.People.Families(250, duplicates: 0.4, seed: 11);
        string[] columns = ["given-name", "family-name", "birth-date", "home-phone", "street", "city"];
        FieldKind[] kinds = [FieldKind.GivenName, FieldKind.FamilyName, FieldKind.Date, FieldKind.Phone, FieldKind.Street, FieldKind.Locality];
        var records = new RecordSet(columns);
        for (var record = 0; record < people.Records.Count; record++)
        {
            records.Add([.. Enumerable.Range(0, columns.Length).Select(c => people.Records.Value(record, c))]);
        }

        var schema = new MatchSchema { Fields = [.. columns.Select((name, i) => new MatchField { Name = name, Kind = kinds[i], Columns = [name] })] };
        return TrainedMatcher.FromJson(TrainedMatcher.Of(schema, new RecordMatcher(schema).Match(records)).ToJson());
    }
}
