namespace OmniChannel.Routing.Structures;

/// <summary>A work item. What its end touches comes first, within a cache line. No padding: rows are hashed as memory.</summary>
internal struct WorkRow
{
    public const byte Heavy = 1;

    public long Tag;
    public long Since;
    public int Generation;
    public int Epoch;

    /// <summary>The agent who holds it, or whom it is reserved for.</summary>
    public int Agent;
    public int Queue;
    public int Plan;
    public int Stage;
    public int Offer;
    public int Cooldown;
    public int Next;
    public int Previous;
    public short Class;
    public byte Phase;
    public byte Flags;
    public int Lane;
    public long Sequence;
    public long QueuedAt;

    /// <summary>The end of the offer, hold or wrap-up that the phase speaks of.</summary>
    public long Until;

    /// <summary>Smaller goes first within a lane.</summary>
    public long Key;
    public long PreferredUntil;
    public long Due;
    public int Preferred;
    public int Refusals;
}
