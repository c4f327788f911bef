using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>The parts that could make keys, by kind of field.</summary>
internal static class KeySources
{
    public static List<KeySource> All(PreparedRecords records, int threads)
    {
        var sources = new List<KeySource>();
        for (var f = 0; f < records.Fields.Length; f++)
        {
            var field = records.Fields[f];
            foreach (var part in Parts(field.Kind))
            {
                sources.Add(new(field, null, part, f));
            }

            if (field.Partner > f)
            {
                sources.Add(new(field, records.Fields[field.Partner], KeyPart.BothWhole, f));
                sources.Add(new(field, records.Fields[field.Partner], KeyPart.BothSound, f));
            }
        }

        Parallel.ForEach(sources, new ParallelOptions { MaxDegreeOfParallelism = threads }, source =>
        {
            source.Refresh();
            source.Keep(records.Count);
        });

        return sources;
    }

    /// <summary>Each source alone, and each two of different fields.</summary>
    public static List<BlockingKey> Keys(IReadOnlyList<KeySource> sources)
    {
        var keys = new List<BlockingKey>();
        for (var a = 0; a < sources.Count; a++)
        {
            keys.Add(new() { First = sources[a] });
            for (var b = a + 1; b < sources.Count; b++)
            {
                if ((sources[a].Fields & sources[b].Fields) == 0)
                {
                    keys.Add(new() { First = sources[a], Second = sources[b] });
                }
            }
        }

        return keys;
    }

    /// <summary>What to begin with, before anything is known: whole values and, two fields each, sounds and coarser parts of dates.</summary>
    public static List<BlockingKey> FirstKeys(IReadOnlyList<BlockingKey> keys) => [.. keys.Where(key => key.Second is null
        ? key.First.Part is KeyPart.Whole or KeyPart.BothWhole or KeyPart.BothSound or KeyPart.Local
        : Plain(key.First) && Plain(key.Second))];

    private static bool Plain(KeySource source) => source.Part is KeyPart.Whole or KeyPart.BothSound or KeyPart.Year or KeyPart.MonthDay;

    private static KeyPart[] Parts(FieldKind kind) => kind switch
    {
        FieldKind.GivenName or FieldKind.FamilyName => [KeyPart.Whole, KeyPart.Sound, KeyPart.Start, KeyPart.End, KeyPart.Letters, KeyPart.Initial],
        FieldKind.Date => [KeyPart.Whole, KeyPart.Year, KeyPart.YearMonth, KeyPart.MonthDay, KeyPart.YearDay],
        FieldKind.Email => [KeyPart.Whole, KeyPart.Local, KeyPart.LocalLetters, KeyPart.End, KeyPart.Start],
        FieldKind.Phone or FieldKind.Identifier => [KeyPart.Whole, KeyPart.Start, KeyPart.End],
        FieldKind.PostalCode => [KeyPart.Whole, KeyPart.Start],
        FieldKind.Number or FieldKind.Age or FieldKind.Category => [KeyPart.Whole],
        FieldKind.Street or FieldKind.Text => [KeyPart.Whole, KeyPart.Start, KeyPart.FirstWord, KeyPart.Letters],
        _ => [KeyPart.Whole, KeyPart.Start, KeyPart.Sound],
    };
}
