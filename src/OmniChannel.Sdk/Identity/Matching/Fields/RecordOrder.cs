namespace OmniChannel.Identity.Matching.Fields;

/// <summary>
/// An order of records that follows from what they hold and not from how they came, so that the result is the same for any order of the same
/// records. Equal records are next to each other.
/// </summary>
internal static class RecordOrder
{
    /// <summary>The records' numbers in that order.</summary>
    public static int[] Of(RecordSet records, IEnumerable<int> columns)
    {
        var keys = new ulong[records.Count];
        foreach (var number in columns)
        {
            var column = records.Column(number);
            var hashes = new ulong[column.Distinct];
            for (var value = 0; value < hashes.Length; value++)
            {
                hashes[value] = Hash(column.Text(value));
            }

            for (var record = 0; record < keys.Length; record++)
            {
                keys[record] = ((keys[record] << 7) | (keys[record] >> 57)) * 0x9E3779B97F4A7C15UL;
                keys[record] ^= column.Number(record) is >= 0 and var value ? hashes[value] : 0x5EED;
            }
        }

        var order = new int[records.Count];
        for (var record = 0; record < order.Length; record++)
        {
            order[record] = record;
        }

        Array.Sort(keys, order);
        return order;
    }

    private static ulong Hash(string text)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 0x100000001b3UL;
        }

        return hash ^ (hash >> 29);
    }
}
