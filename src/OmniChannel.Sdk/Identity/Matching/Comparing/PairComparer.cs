using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>The levels of all fields of a pair of records.</summary>
internal sealed class PairComparer(PreparedRecords records)
{
    private readonly PreparedField[] fields = records.Fields;

    public int Width => fields.Length;

    public void Compare(int a, int b, Span<byte> levels)
    {
        var x = records.Row(a);
        var y = records.Row(b);
        for (var f = 0; f < fields.Length; f++)
        {
            var field = fields[f];
            if (field.Partner > f)
            {
                Pair(f, (x[f], y[f]), (x[field.Partner], y[field.Partner]), out levels[f], out levels[field.Partner]);
            }
            else if (field.Partner < 0)
            {
                levels[f] = Level(f, x[f], y[f]);
            }
        }
    }

    /// <summary>Two fields straight and crossed: what agrees better is what was meant.</summary>
    private void Pair(int first, (int A, int B) here, (int A, int B) there, out byte one, out byte two)
    {
        one = Level(first, here.A, here.B);
        two = Level(first, there.A, there.B);
        var comparer = fields[first].Comparer;
        var last = comparer.Last;
        if (one < last && two < last)
        {
            return;
        }

        var crossOne = Level(first, here.A, there.B);
        var crossTwo = Level(first, there.A, here.B);
        if (Agreement(comparer, crossOne) + Agreement(comparer, crossTwo) <= Agreement(comparer, one) + Agreement(comparer, two))
        {
            return;
        }

        // Both fields speak of the crossing, or the crossing leaves the one that was not filled out of it.
        one = Cross(comparer, crossOne);
        two = Cross(comparer, crossTwo);
    }

    private static byte Cross(FieldComparer comparer, byte level) => level == FieldComparer.Missing ? level
        : level <= comparer.LastAlike ? comparer.Swapped(level)
        : comparer.Last;

    private static int Agreement(FieldComparer comparer, byte level) => level == 0 ? 6 : level == 1 ? 5 : level <= comparer.LastAlike ? 4 : 0;

    private byte Level(int f, int a, int b) => (a | b) < 0 ? FieldComparer.Missing
        : a == b ? FieldComparer.Exact
        : fields[f].Different(a, b);
}
