namespace OmniChannel.Identity.Matching.Fields;

/// <summary>Finds out what the columns mean.</summary>
internal static class SchemaInference
{
    // Whole names become three fields each, and there may be 32 in all.
    private const int MostFields = 20;

    public static IReadOnlyList<MatchField> Fields(RecordSet records, IReadOnlyCollection<string> ignore)
    {
        var meanings = new ColumnMeaning[records.Columns.Count];
        var profiles = new ColumnProfile[meanings.Length];
        var used = Enumerable.Range(0, meanings.Length).Where(column => !ignore.Contains(records.Columns[column]));
        var order = RecordOrder.Of(records, used);
        for (var column = 0; column < meanings.Length; column++)
        {
            profiles[column] = ColumnProfile.Of(records, column, order);
            meanings[column] = ignore.Contains(records.Columns[column])
                ? ColumnMeaning.Useless
                : Meaning(ColumnNames.Meaning(records.Columns[column]), profiles[column]);
        }

        DerivedColumns.Drop(records, meanings, order);
        if (Array.TrueForAll(meanings, meaning => meaning == ColumnMeaning.Useless))
        {
            // Records that are all the same, or one alone: better by what there is than not at all.
            Array.ForEach([.. used], column => meanings[column] = profiles[column].Filled > 0 ? ColumnMeaning.Unknown : ColumnMeaning.Useless);
        }

        var fields = new List<MatchField>();
        JoinBirthParts(records, meanings, fields);
        for (var column = 0; column < meanings.Length; column++)
        {
            if (Kind(meanings[column], profiles[column]) is { } kind)
            {
                var name = records.Columns[column];
                fields.Add(new() { Name = name, Kind = kind, Columns = [name], MonthFirst = kind == FieldKind.Date && profiles[column].MonthFirst });
            }
        }

        return Best(records, fields);
    }

    /// <summary>Of too many fields, those with a known meaning and of the others the best filled.</summary>
    private static List<MatchField> Best(RecordSet records, List<MatchField> fields)
    {
        if (fields.Count <= MostFields)
        {
            return fields;
        }

        var kept = fields.OrderBy(field => field.Kind is FieldKind.Text or FieldKind.Category or FieldKind.Number)
            .ThenByDescending(field => records.Column(records.Position(field.Columns[0])).Filled()).Take(MostFields).ToHashSet();
        return fields.FindAll(kept.Contains);
    }

    /// <summary>The meaning by name, unless the values contradict it, else the meaning by values.</summary>
    private static ColumnMeaning Meaning(ColumnMeaning named, ColumnProfile p)
    {
        if (p.Distinct <= 1 || p.Filled < Math.Max(2, p.Records / 200))
        {
            return ColumnMeaning.Useless;
        }

        // Every record has another number: a row number, or a key of the table.
        if (p.Distinct == p.Records && p.Numbers > 0.99 && named is ColumnMeaning.Unknown or ColumnMeaning.Number)
        {
            return ColumnMeaning.Useless;
        }

        var contradicted = named switch
        {
            ColumnMeaning.Email => p.Emails < 0.3,
            ColumnMeaning.Date => p.Dates < 0.3,
            ColumnMeaning.GivenName or ColumnMeaning.FamilyName or ColumnMeaning.FullName => p.LetterShare < 0.5,
            ColumnMeaning.Phone or ColumnMeaning.Age or ColumnMeaning.BirthYear or ColumnMeaning.BirthMonth or ColumnMeaning.BirthDay => p.DigitShare < 0.5,
            ColumnMeaning.Unknown => true,
            _ => false,
        };
        return contradicted ? ByValues(p) : named;
    }

    private static ColumnMeaning ByValues(ColumnProfile p)
    {
        if (p.Emails > 0.6)
        {
            return ColumnMeaning.Email;
        }

        if (p.Dates > 0.7 && p.Length >= 8)
        {
            return ColumnMeaning.Date;
        }

        if (p.Phones > 0.7 && p.Distinct > p.Filled / 4)
        {
            return ColumnMeaning.Phone;
        }

        if (p.Distinct <= 100 && p.Distinct * 10 <= p.Filled)
        {
            return ColumnMeaning.Category;
        }

        if (p.DigitShare > 0.6 || (p.Mixed > 0.6 && p.Words < 1.3))
        {
            return p.Length >= 6 && p.Distinct > p.Filled / 3 ? ColumnMeaning.Identifier : ColumnMeaning.Number;
        }

        return ColumnMeaning.Unknown;
    }

    private static FieldKind? Kind(ColumnMeaning meaning, ColumnProfile p) => meaning switch
    {
        ColumnMeaning.Useless => null,
        ColumnMeaning.Email => FieldKind.Email,
        ColumnMeaning.Date => FieldKind.Date,
        ColumnMeaning.FullName => p.Words < 1.2 ? FieldKind.FamilyName : FieldKind.FullName,
        ColumnMeaning.GivenName => FieldKind.GivenName,
        ColumnMeaning.FamilyName => FieldKind.FamilyName,
        ColumnMeaning.Phone => FieldKind.Phone,
        ColumnMeaning.PostalCode => FieldKind.PostalCode,
        ColumnMeaning.Number => FieldKind.Number,
        ColumnMeaning.BirthYear or ColumnMeaning.Age => FieldKind.Age,
        ColumnMeaning.BirthMonth or ColumnMeaning.BirthDay => FieldKind.Number,
        ColumnMeaning.Street => FieldKind.Street,
        ColumnMeaning.Locality or ColumnMeaning.BirthPlace => FieldKind.Locality,
        ColumnMeaning.Category => p.Distinct > 2000 ? FieldKind.Locality : FieldKind.Category,
        ColumnMeaning.Identifier => FieldKind.Identifier,
        _ => FieldKind.Text,
    };

    private static void JoinBirthParts(RecordSet records, ColumnMeaning[] meanings, List<MatchField> fields)
    {
        var (year, month, day) = (
            Array.IndexOf(meanings, ColumnMeaning.BirthYear), Array.IndexOf(meanings, ColumnMeaning.BirthMonth), Array.IndexOf(meanings, ColumnMeaning.BirthDay));
        if (year < 0 || month < 0 || day < 0)
        {
            return;
        }

        var columns = new[] { year, month, day };
        fields.Add(new() { Name = "date of birth", Kind = FieldKind.Date, Columns = [.. columns.Select(c => records.Columns[c])] });
        foreach (var column in columns)
        {
            meanings[column] = ColumnMeaning.Useless;
        }
    }
}
