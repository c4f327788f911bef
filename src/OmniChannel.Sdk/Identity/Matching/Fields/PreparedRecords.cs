namespace OmniChannel.Identity.Matching.Fields;

/// <summary>Records as numbers of folded values, ready to be compared.</summary>
internal sealed class PreparedRecords
{
    private readonly RecordRows rows;

    private PreparedRecords(PreparedField[] fields, RecordRows rows) => (Fields, this.rows, Mails) = (fields, rows, NamedMail.For(fields));

    public PreparedField[] Fields { get; }

    /// <summary>The e-mail addresses made of names, when there are both.</summary>
    public NamedMail? Mails { get; }

    public int Count { get; private set; }

    /// <summary>The values' numbers of a record, by field; -1 for those that are missing.</summary>
    public ReadOnlySpan<int> Row(int record) => rows[record];

    public long Bytes => rows.Bytes + Fields.Sum(f => f.Bytes) + Fields.Select(f => f.Table).Distinct().Sum(table => table.Bytes);

    /// <param name="records">The records.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="order">The order in which they are taken.</param>
    /// <param name="threads">How many fields are read at a time.</param>
    public static PreparedRecords Prepare(RecordSet records, MatchSchema schema, int[] order, int threads)
    {
        var readers = FieldReaders.For(schema, records);
        var tables = new Dictionary<int, ValueTable>();
        var fields = new PreparedField[readers.Count];
        var rows = new RecordRows(fields.Length);
        for (var f = 0; f < fields.Length; f++)
        {
            // Fields whose values may be swapped share a table, so that equal values have equal numbers.
            var group = Group(readers[f].Kind, f);
            if (!tables.TryGetValue(group, out var table))
            {
                tables[group] = table = new(HasSound(readers[f].Kind));
            }

            fields[f] = new(readers[f], table, rows, f);
        }

        Pair(fields, kind => kind == FieldKind.GivenName, kind => kind == FieldKind.FamilyName);
        Pair(fields, kind => kind == FieldKind.Street, kind => kind == FieldKind.Street);
        var prepared = new PreparedRecords(fields, rows);
        prepared.Fill(records, order, threads);
        return prepared;
    }

    /// <summary>Appends one record given as a value a column, and gives its number.</summary>
    public int Append(ReadOnlySpan<string?> values)
    {
        rows.Reserve(Count + 1);
        foreach (var field in Fields)
        {
            var reader = field.Reader;
            var (text, date) = reader.Columns.Count == 3
                ? FieldReader.Join(values[reader.Columns[0]]?.Trim(), values[reader.Columns[1]]?.Trim(), values[reader.Columns[2]]?.Trim())
                : values[reader.Columns[0]] is { } raw && !string.IsNullOrWhiteSpace(raw) ? reader.Read(raw.Trim()) : ("", 0);
            field.Set(Count, text.Length == 0 ? -1 : field.Table.Intern(text, date));
        }

        Mails?.Add(Count);
        return Count++;
    }

    private void Fill(RecordSet records, int[] order, int threads)
    {
        rows.Reserve(records.Count);

        // Fields of one table number its values one after the other.
        Parallel.ForEach(Fields.GroupBy(f => f.Table), new ParallelOptions { MaxDegreeOfParallelism = threads }, group =>
        {
            foreach (var field in group)
            {
                if (field.Reader.Columns.Count == 3)
                {
                    Join(records, field, order);
                }
                else
                {
                    Read(records, field, order);
                }
            }
        });

        Count = records.Count;
        Array.ForEach(Fields, field => field.Remember());
        Mails?.LearnReadings(Count);
        for (var record = 0; Mails is not null && record < Count; record++)
        {
            Mails.Add(record);
        }
    }

    private static void Read(RecordSet records, PreparedField field, int[] order)
    {
        const int Unread = -2;
        var column = records.Column(field.Reader.Columns[0]);
        var known = new int[column.Distinct];
        Array.Fill(known, Unread);
        for (var record = 0; record < order.Length; record++)
        {
            var number = column.Number(order[record]);
            if (number >= 0 && known[number] == Unread)
            {
                var (text, date) = field.Reader.Read(column.Text(number));
                known[number] = text.Length == 0 ? -1 : field.Table.Intern(text, date);
            }

            field.Set(record, number >= 0 ? known[number] : -1);
        }
    }

    private static void Join(RecordSet records, PreparedField field, int[] order)
    {
        var columns = field.Reader.Columns;
        for (var record = 0; record < order.Length; record++)
        {
            var from = order[record];
            var (text, date) = FieldReader.Join(records.Value(from, columns[0]), records.Value(from, columns[1]), records.Value(from, columns[2]));
            field.Set(record, text.Length == 0 ? -1 : field.Table.Intern(text, date));
        }
    }

    private static bool HasSound(FieldKind kind) => kind is FieldKind.GivenName or FieldKind.FamilyName or FieldKind.FullName
        or FieldKind.Text or FieldKind.Street or FieldKind.Locality;

    private static int Group(FieldKind kind, int field) => kind switch
    {
        FieldKind.GivenName or FieldKind.FamilyName => -1,
        FieldKind.Street => -2,
        _ => field,
    };

    private static void Pair(PreparedField[] fields, Func<FieldKind, bool> first, Func<FieldKind, bool> second)
    {
        for (var a = 0; a < fields.Length; a++)
        {
            for (var b = 0; b < fields.Length && fields[a].Partner < 0; b++)
            {
                if (a != b && fields[b].Partner < 0 && first(fields[a].Kind) && second(fields[b].Kind))
                {
                    fields[a].Partner = b;
                    fields[b].Partner = a;
                }
            }
        }
    }
}
