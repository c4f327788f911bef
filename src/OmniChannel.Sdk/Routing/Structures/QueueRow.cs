namespace OmniChannel.Routing.Structures;

/// <summary>What is counted of a queue.</summary>
internal struct QueueRow
{
    public long LastDeparture;

    /// <summary>Smoothed ticks between departures, times 8; 0 before the second.</summary>
    public long Gap;
    public int Waiting;
    public int Departed;
}
