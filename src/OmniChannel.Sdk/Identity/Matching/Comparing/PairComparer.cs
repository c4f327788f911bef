using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>The levels of all fields of a pair of records.</summary>
internal sealed class PairComparer(PreparedRecords records)
{
    private readonly PreparedField[] fields = records.Fields;

    public int Width => fields.Length;

    public void Compare(int a, int b, Span<byte> levels)
    {
        for (var f = 0; f < fields.Length; f++)
        {
            var field = fields[f];
            if (field.Partner > f)
            {
                Pair(field, fields[field.Partner], a, b, out levels[f], out levels[field.Partner]);
            }
            else if (field.Partner < 0)
            {
                levels[f] = Level(field, field[a], field[b]);
            }
        }
    }

    /// <summary>Two fields straight and crossed: what agrees better is what was meant.</summary>
    private static void Pair(PreparedField first, PreparedField second, int a, int b, out byte one, out byte two)
    {
        one = Level(first, first[a], first[b]);
        two = Level(first, second[a], second[b]);
        var last = first.Comparer.Last;
        if (one < last && two < last)
        {
            return;
        }

        var crossOne = Level(first, first[a], second[b]);
        var crossTwo = Level(first, second[a], first[b]);
        if (Agreement(first.Comparer, crossOne) + Agreement(first.Comparer, crossTwo) <= Agreement(first.Comparer, one) + Agreement(first.Comparer, two))
        {
            return;
        }

        // Both fields speak of the crossing, or the crossing leaves the one that was not filled out of it.
        one = Cross(first.Comparer, crossOne);
        two = Cross(first.Comparer, crossTwo);
    }

    private static byte Cross(FieldComparer comparer, byte level) => level == FieldComparer.Missing ? level
        : level <= comparer.LastAlike ? comparer.Swapped(level)
        : comparer.Last;

    private static int Agreement(FieldComparer comparer, byte level) => level == 0 ? 6 : level == 1 ? 5 : level <= comparer.LastAlike ? 4 : 0;

    private static byte Level(PreparedField field, int a, int b) => (a | b) < 0 ? FieldComparer.Missing
        : a == b ? FieldComparer.Exact
        : field.Comparer.Compare(field.Table, a, b);
}
