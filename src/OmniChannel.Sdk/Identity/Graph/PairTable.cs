namespace OmniChannel.Identity.Graph;

/// <summary>Ties between two nodes that both have long lists, by ends and source. Everybody else's list is walked.</summary>
internal sealed class PairTable
{
    private readonly Dictionary<(int A, int B, ushort Source), int> _ties = [];

    public int Find(int a, int b, ushort source) => _ties.TryGetValue(Key(a, b, source), out var tie) ? tie : -1;

    public void Set(in Tie tie, int index) => _ties[Key(tie.A, tie.B, tie.Source)] = index;

    public void Remove(in Tie tie) => _ties.Remove(Key(tie.A, tie.B, tie.Source));

    private static (int A, int B, ushort Source) Key(int a, int b, ushort source) => a < b ? (a, b, source) : (b, a, source);
}
