namespace OmniChannel.Identity.Matching;

/// <summary>One column: a number per record, and each distinct text once.</summary>
internal sealed class ValueColumn
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> texts = [];
    private readonly List<int> records = [];

    public ValueColumn() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Distinct => texts.Count;

    public string Text(int number) => texts[number];

    /// <summary>The number of a record's value, or -1 when it is missing.</summary>
    public int Number(int record) => records[record];

    public string? Value(int record) => records[record] is >= 0 and var number ? texts[number] : null;

    public int Filled() => records.Count(r => r >= 0);

    public void Add(ReadOnlySpan<char> value)
    {
        var text = value.Trim();
        if (text.IsEmpty)
        {
            records.Add(-1);
            return;
        }

        if (!lookup.TryGetValue(text, out var number))
        {
            number = texts.Count;
            var kept = text.ToString();
            texts.Add(kept);
            numbers.Add(kept, number);
        }

        records.Add(number);
    }
}
