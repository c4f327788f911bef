using OmniChannel.Identity.Matching.Folding;

namespace OmniChannel.Identity.Matching.Fields;

/// <summary>From the fields of a schema to the columns of a set of records.</summary>
internal static class FieldReaders
{
    public static IReadOnlyList<FieldReader> For(MatchSchema schema, RecordSet records)
    {
        var readers = new List<FieldReader>();
        foreach (var field in schema.Fields)
        {
            var columns = field.Columns.Select(records.Position).ToArray();
            var reader = new FieldReader { Name = field.Name, Kind = field.Kind, Columns = columns, MonthFirst = field.MonthFirst };
            if (field.Kind != FieldKind.FullName)
            {
                readers.Add(reader);
                continue;
            }

            reader = reader with { Kanji = Kanji(records.Column(columns[0])), FamilyFirst = FamilyFirst.Of(records.Column(columns[0])) };
            readers.Add(reader with { Name = field.Name + " (first)", Kind = FieldKind.GivenName, Part = NamePart.First });
            readers.Add(reader with { Name = field.Name + " (last)", Kind = FieldKind.FamilyName, Part = NamePart.Last });
            readers.Add(reader with { Name = field.Name + " (middle)", Kind = FieldKind.Text, Part = NamePart.Middle });
        }

        return readers;
    }

    private static KanjiNames Kanji(ValueColumn column) =>
        new(Enumerable.Range(0, column.Distinct).Select(column.Text).Where(KanjiNames.IsKanji).Select(name => TextFolder.Fold(name)));
}
