namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>The records of one key, sorted into blocks.</summary>
internal sealed class KeyGroups
{
    private readonly ulong[] keys;
    private readonly int[] records;

    public KeyGroups(BlockingKey key, int count)
    {
        keys = new ulong[count];
        records = new int[count];
        var filled = 0;
        for (var record = 0; record < count; record++)
        {
            if (key.Of(record) is not 0 and var hash)
            {
                keys[filled] = hash;
                records[filled++] = record;
            }
        }

        Array.Resize(ref keys, filled);
        Array.Resize(ref records, filled);
        Array.Sort(keys, records);
    }

    /// <summary>Calls with the records of each block of two and more.</summary>
    public void ForEach(Action<ReadOnlyMemory<int>> block)
    {
        for (int start = 0, end; start < keys.Length; start = end)
        {
            end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                block(records.AsMemory(start, end - start));
            }
        }
    }
}
