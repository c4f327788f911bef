namespace OmniChannel.Routing.Structures;

/// <summary>An agent who is not asked for an item until a time.</summary>
internal struct CooldownRow
{
    public long Until;
    public int Agent;
    public int Next;
}
