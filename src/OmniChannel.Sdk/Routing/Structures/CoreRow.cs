namespace OmniChannel.Routing.Structures;

/// <summary>The counters of a core: one row.</summary>
internal struct CoreRow
{
    public long Sequence;
    public long Turn;
    public long WindowUntil;
    public int FreeWork;
    public int FreeOffer;
    public int FreeCooldown;
    public int Waiting;
    public int Present;
    public int Generation;
}
