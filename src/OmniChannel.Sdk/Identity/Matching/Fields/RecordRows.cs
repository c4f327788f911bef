namespace OmniChannel.Identity.Matching.Fields;

/// <summary>
/// The values' numbers of all records, a row a record, so that comparing two reads two places. Grows in pieces: nothing is copied.
/// </summary>
/// <param name="width">How many fields a record has.</param>
internal sealed class RecordRows(int width)
{
    private const int PieceBits = 10;
    private const int Size = 1 << PieceBits;

    private int[][] pieces = [];
    private int count;

    public ReadOnlySpan<int> this[int record] => pieces[record >> PieceBits].AsSpan((record & (Size - 1)) * width, width);

    /// <summary>Makes room for so many records, so that fields may be set side by side.</summary>
    public void Reserve(int records)
    {
        var needed = (records + Size - 1) >> PieceBits;
        if (needed > pieces.Length)
        {
            Array.Resize(ref pieces, Math.Max(needed, pieces.Length + (pieces.Length / 2)));
        }

        for (; count < needed; count++)
        {
            pieces[count] = new int[Size * width];
        }
    }

    public int Value(int record, int field) => pieces[record >> PieceBits][((record & (Size - 1)) * width) + field];

    public void Set(int record, int field, int value) => pieces[record >> PieceBits][((record & (Size - 1)) * width) + field] = value;

    public long Bytes => (long)count * Size * width * sizeof(int);
}
