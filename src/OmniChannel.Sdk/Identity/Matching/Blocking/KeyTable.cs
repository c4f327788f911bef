namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>All keys of all records: a row a record, and for each key the records sorted into blocks.</summary>
internal sealed class KeyTable
{
    private readonly int width;
    private readonly Cell[] cells;
    private readonly int[][] sorted;
    private readonly (int Start, int End)[][] blocks;

    public KeyTable(IReadOnlyList<BlockingKey> keys, int records, int threads)
    {
        width = keys.Count;
        cells = new Cell[(long)records * width];
        sorted = new int[width][];
        blocks = new (int, int)[width][];
        Parallel.For(0, width, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new HashSorter(records), (k, _, sorter) =>
        {
            Fill(keys[k], k, records, sorter);
            return sorter;
        }, _ => { });
    }

    public ReadOnlySpan<Cell> Row(int record) => cells.AsSpan(record * width, width);

    /// <summary>The blocks of two and more records, as ranges of <see cref="Records"/>.</summary>
    public ReadOnlySpan<(int Start, int End)> Blocks(int key) => blocks[key];

    public ReadOnlySpan<int> Records(int key, int start, int end) => sorted[key].AsSpan(start, end - start);

    private void Fill(BlockingKey key, int k, int records, HashSorter sorter)
    {
        // Hash in the upper half, record in the lower: sorting brings blocks together and keeps their records in order.
        var order = sorter.Words;
        var filled = 0;
        for (var record = 0; record < records; record++)
        {
            if (key.Of(record) is not 0 and var hash)
            {
                order[filled++] = ((hash | (1UL << 32)) & 0xFFFFFFFF00000000UL) | (uint)record;
            }
        }

        sorter.Sort(filled);
        order = sorter.Words;
        var found = new List<(int, int)>();
        var shared = new List<int>();
        for (int start = 0, end; start < filled; start = end)
        {
            end = start + 1;
            while (end < filled && order[end] >> 32 == order[start] >> 32)
            {
                end++;
            }

            if (end - start < 2)
            {
                continue;
            }

            var first = shared.Count;
            for (var i = start; i < end; i++)
            {
                var record = (int)order[i];
                shared.Add(record);
                cells[((long)record * width) + k] = new((uint)(order[i] >> 32), end - start);
            }

            found.Add((first, shared.Count));
        }

        sorted[k] = [.. shared];
        blocks[k] = [.. found];
    }

    /// <summary>A record's key and how many records share it; zero when nobody does.</summary>
    public readonly record struct Cell(uint Hash, int Size);
}
