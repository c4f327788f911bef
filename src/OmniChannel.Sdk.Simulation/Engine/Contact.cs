using OmniChannel.Routing;

namespace OmniChannel.Simulation.Engine;

/// <summary>A contact that is in the system; its place in the pool is used again when it leaves.</summary>
internal struct Contact
{
    public double ArrivedAt;
    public double StartedAt;

    /// <summary>Since when the agent's capacity is taken: from the offer to the end of the wrap-up.</summary>
    public double TakenAt;

    /// <summary>The work to be done, before the agent's speed; not a number: to be drawn.</summary>
    public double Service;

    /// <summary>The number of its arrival in the replication, from 0.</summary>
    public long Number;

    /// <summary>The batch it counts for; -1 when it came during the warm-up.</summary>
    public int Section;
    public int Class;

    /// <summary>Who serves it or is asked for it; -1 while it waits.</summary>
    public int Agent;

    /// <summary>Goes up with each offer, and is kept when the place is used again, so that an answer that comes too late is to nothing.</summary>
    public int Asked;

    /// <summary>Goes up when the place is used again, so that an old entry of the calendar finds nobody.</summary>
    public int Stamp;

    /// <summary>The core's name for its work.</summary>
    public WorkHandle Work;
    public bool Busy;

    /// <summary>It has left, and its agent still works on it.</summary>
    public bool WrapsUp;
    public bool Waited;
    public bool Live;
}
