namespace OmniChannel.Routing.Structures;

/// <summary>An open offer, in the list of its work and in that of its agent.</summary>
internal struct OfferRow
{
    public int Work;
    public int Agent;
    public int NextOfWork;
    public int NextOfAgent;
    public int PreviousOfAgent;
    public int Spare;
}
