namespace OmniChannel.Identity.Graph;

/// <summary>
/// Nodes by key: open addressing in 1,024 tables that double one at a time, four bytes a slot. Five bits of the key in each slot spare
/// most looks at the wrong node; a found node's whole key is compared.
/// </summary>
internal sealed class NodeIndex(Chunks<Node> nodes)
{
    private const int Tables = 1024;
    private const int NodeBits = 27;
    private const uint NodeMask = (1u << NodeBits) - 1;
    private readonly uint[]?[] _slots = new uint[Tables][];
    private readonly int[] _counts = new int[Tables];

    public int Find(in IdentifierKey key)
    {
        if (_slots[Table(key.High)] is not { } slots)
        {
            return -1;
        }

        var tag = Tag(key.High);
        for (var at = Place(key.Low, slots.Length); slots[at] != 0; at = at + 1 == slots.Length ? 0 : at + 1)
        {
            if ((slots[at] & ~NodeMask) == tag)
            {
                var node = (int)(slots[at] & NodeMask) - 1;
                ref readonly var found = ref nodes[node];
                if (found.High == key.High && found.Low == key.Low)
                {
                    return node;
                }
            }
        }

        return -1;
    }

    /// <summary>Adds a node whose key is not there.</summary>
    public void Add(int node, in IdentifierKey key)
    {
        if (node + 1 > NodeMask)
        {
            throw new InvalidOperationException($"A graph holds at most {NodeMask} identifiers.");
        }

        var table = Table(key.High);
        var slots = _slots[table] ??= new uint[8];
        if ((_counts[table] + 1) * 4 > slots.Length * 3)
        {
            slots = Grow(table, slots);
        }

        Put(slots, node, key);
        _counts[table]++;
    }

    /// <summary>Takes a node out, and moves up those behind it.</summary>
    public void Remove(int node, in IdentifierKey key)
    {
        var table = Table(key.High);
        var slots = _slots[table]!;
        var hole = Place(key.Low, slots.Length);
        while ((slots[hole] & NodeMask) != node + 1)
        {
            hole = Next(hole, slots);
        }

        _counts[table]--;
        for (var at = Next(hole, slots); slots[at] != 0; at = Next(at, slots))
        {
            var home = Place(nodes[(int)(slots[at] & NodeMask) - 1].Low, slots.Length);
            if (hole <= at ? home <= hole || home > at : home <= hole && home > at)
            {
                slots[hole] = slots[at];
                hole = at;
            }
        }

        slots[hole] = 0;
    }

    private uint[] Grow(int table, uint[] old)
    {
        var slots = new uint[old.Length * 2];
        foreach (var slot in old)
        {
            if (slot != 0)
            {
                var node = (int)(slot & NodeMask) - 1;
                Put(slots, node, nodes[node].Key);
            }
        }

        return _slots[table] = slots;
    }

    private static void Put(uint[] slots, int node, in IdentifierKey key)
    {
        var at = Place(key.Low, slots.Length);
        while (slots[at] != 0)
        {
            at = Next(at, slots);
        }

        slots[at] = Tag(key.High) | (uint)(node + 1);
    }

    private static int Next(int at, uint[] slots) => at + 1 == slots.Length ? 0 : at + 1;

    private static int Table(long high) => (int)((ulong)high >> 54);

    private static uint Tag(long high) => (uint)high << NodeBits;

    private static int Place(long low, int length) => (int)(((ulong)low >> 32) * (ulong)length >> 32);
}
