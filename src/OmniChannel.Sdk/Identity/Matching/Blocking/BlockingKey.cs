namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>One or two key sources; records with the same key are compared.</summary>
internal sealed record BlockingKey
{
    public required KeySource First { get; init; }

    public KeySource? Second { get; init; }

    public string Name => Second is null ? First.Name : $"{First.Name} + {Second.Name}";

    /// <summary>The fields it reads, as a set of bits.</summary>
    public uint Fields => First.Fields | (Second?.Fields ?? 0);

    /// <summary>The key of a record, or 0 when it has none.</summary>
    public ulong Of(int record)
    {
        var first = First.Key(record);
        if (first == 0 || Second is null)
        {
            return first;
        }

        var second = Second.Key(record);
        return second == 0 ? 0 : KeySource.Mix(first, second);
    }

    public bool Holds(int a, int b) => Of(a) is not 0 and var key && key == Of(b);
}
