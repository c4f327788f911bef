namespace OmniChannel.Simulation.Engine;

/// <summary>Something that happens at a time; entries of one time happen in the order they were added.</summary>
internal struct CalendarEntry
{
    public double Time;
    public long Order;
    public int Subject;
    public int Stamp;
    public Happening Kind;
}
