using OmniChannel.Identity.Matching.Blocking;

namespace OmniChannel.Identity.Matching.Live;

/// <summary>The records of one key, newest first: an open-addressed table of heads and a chain through the records.</summary>
internal sealed class KeyIndex(BlockingKey key)
{
    private (uint Hash, int Head)[] slots = new (uint, int)[1024];
    private int[] older = [];
    private int used;

    public BlockingKey Key => key;

    public uint Hash(int record) => key.Of(record) is not 0 and var hash ? (uint)(hash >> 32) | 1 : 0;

    /// <summary>The newest record with a hash, or -1.</summary>
    public int First(uint hash) => slots[Slot(hash)].Head - 1;

    /// <summary>The next older record with the same hash, or -1.</summary>
    public int Older(int record) => older[record] - 1;

    public void Add(int record)
    {
        if (record >= older.Length)
        {
            Array.Resize(ref older, Math.Max(record + 1, older.Length + (older.Length / 2) + 16));
        }

        var hash = Hash(record);
        if (hash == 0)
        {
            return;
        }

        ref var slot = ref slots[Slot(hash)];
        if (slot.Head == 0)
        {
            used++;
        }

        older[record] = slot.Head;
        slot = (hash, record + 1);
        if (used * 4 > slots.Length * 3)
        {
            Grow();
        }
    }

    public long Bytes => (slots.LongLength * 8) + (older.LongLength * 4);

    private int Slot(uint hash)
    {
        var mask = slots.Length - 1;
        var slot = (int)((hash * 2654435769u) >> 7) & mask;
        while (slots[slot].Head != 0 && slots[slot].Hash != hash)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var before = slots;
        slots = new (uint, int)[before.Length * 2];
        foreach (var slot in before)
        {
            if (slot.Head != 0)
            {
                slots[Slot(slot.Hash)] = slot;
            }
        }
    }
}
