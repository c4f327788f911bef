namespace OmniChannel.Routing.Structures;

/// <summary>An agent. What every assignment touches comes first, within a cache line. No padding: rows are hashed as memory.</summary>
internal struct AgentRow
{
    public const int InRelief = 1;
    public const int ShiftOver = 2;

    public int Profile;
    public int Terms;
    public int Load;

    /// <summary>Load that cannot be interrupted.</summary>
    public int HardLoad;

    /// <summary>Bits of channels for which the agent is present.</summary>
    public int Present;

    /// <summary>Bits of channels from which one more item would fit now.</summary>
    public int Open;

    /// <summary>Bits of channels of which the agent holds items.</summary>
    public int Held;
    public int Offers;
    public ChannelCounts Counts;
    public long IdleSince;

    /// <summary>First of the offers to this agent.</summary>
    public int Offer;

    /// <summary>Why the agent gets nothing although present: <see cref="InRelief"/>, <see cref="ShiftOver"/>.</summary>
    public int Closed;

    /// <summary>The place in the order; a smaller one is asked first.</summary>
    public long Turn;
    public long ReliefUntil;
    public long ShiftEnd;

    /// <summary>First of the work reserved for this agent.</summary>
    public int Reserved;
    public int Heavy;

    /// <summary>Load as eighths of capacity while in the order; -1 outside.</summary>
    public int Bucket;
    public int Spare;
}
