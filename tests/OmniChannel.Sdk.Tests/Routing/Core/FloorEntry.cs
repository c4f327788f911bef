namespace OmniChannel.Routing.Core;

/// <summary>What <see cref="FloorWatch"/> believes of a work item.</summary>
internal sealed class FloorEntry(int agents)
{
    public WorkHandle Handle { get; set; }

    public int Queue { get; set; }

    public int Stage { get; set; }

    public long QueuedAt { get; set; }

    public int Preferred { get; set; }

    /// <summary>Who holds it; -1 for nobody.</summary>
    public int Holder { get; set; } = -1;

    /// <summary>Until when it waits for its time, or for one agent; 0 when it does not.</summary>
    public long HeldUntil { get; set; }

    /// <summary>The agent it is held for; -1 for none.</summary>
    public int HeldFor { get; set; } = -1;

    public List<int> Asked { get; } = [];

    /// <summary>Until when agents are not asked.</summary>
    public long[] Barred { get; } = new long[agents];

    public bool Waits => Holder < 0 && HeldUntil == 0 && Asked.Count == 0;
}
