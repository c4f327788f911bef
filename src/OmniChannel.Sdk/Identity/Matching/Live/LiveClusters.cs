namespace OmniChannel.Identity.Matching.Live;

/// <summary>Clusters that grow: a label a record, and each cluster's records as a ring.</summary>
internal sealed class LiveClusters
{
    private int[] labels = [];
    private int[] next = [];

    public int this[int record] => labels[record];

    public void Add(int record, int label)
    {
        if (record >= labels.Length)
        {
            var length = Math.Max(record + 1, labels.Length + (labels.Length / 2) + 16);
            Array.Resize(ref labels, length);
            Array.Resize(ref next, length);
        }

        labels[record] = label;
        next[record] = record;
        if (label != record)
        {
            (next[record], next[label]) = (next[label], record);
        }
    }

    /// <summary>Up to some records of a record's cluster, itself first.</summary>
    public int Members(int record, Span<int> buffer)
    {
        var count = 0;
        var at = record;
        do
        {
            buffer[count++] = at;
            at = next[at];
        }
        while (at != record && count < buffer.Length);
        return count;
    }

    /// <summary>Makes one cluster of two; the label of the older cluster stays.</summary>
    public int Merge(int a, int b)
    {
        var (into, from) = labels[a] < labels[b] ? (a, b) : (b, a);
        var label = labels[into];
        var at = from;
        do
        {
            labels[at] = label;
            at = next[at];
        }
        while (at != from);
        (next[into], next[from]) = (next[from], next[into]);
        return label;
    }

    public long Bytes => (labels.LongLength + next.LongLength) * 4;
}
