namespace OmniChannel.Routing.Structures;

/// <summary>Work of one queue, class, requirement and ring that waits, oldest first.</summary>
internal struct LaneRow
{
    public int Head;
    public int Tail;
    public int Count;
    public int Spare;
}
