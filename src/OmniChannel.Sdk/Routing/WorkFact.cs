using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>Something that changed in a <see cref="RoutingCore"/>. Plain numbers, so that a log of facts is a block of memory.</summary>
[Experimental("OMNI001")]
public record struct WorkFact
{
    /// <summary>When, in the caller's ticks.</summary>
    public long At { get; set; }

    /// <summary>The caller's number of the work; 0 for a fact about an agent alone.</summary>
    public long Tag { get; set; }

    /// <summary>Since when the work waits.</summary>
    public long Since { get; set; }

    /// <summary>An end: of an offer, a hold, a wrap-up, a break.</summary>
    public long Until { get; set; }

    /// <summary>What the kind says: a deadline, presence bits, a preference's end; of an offer or assignment, the <see cref="Explanations.RoutingReason"/> as a number.</summary>
    public long Value { get; set; }

    /// <summary>The assignment epoch after the fact.</summary>
    public int Epoch { get; set; }

    /// <summary>What happened.</summary>
    public WorkFactKind Kind { get; set; }

    /// <summary>The work's index, or -1.</summary>
    public int Work { get; set; }

    /// <summary>The work's generation.</summary>
    public int Generation { get; set; }

    /// <summary>The agent's index, or -1.</summary>
    public int Agent { get; set; }

    /// <summary>The queue's index.</summary>
    public int Queue { get; set; }

    /// <summary>The requirement's handle.</summary>
    public int Requirement { get; set; }

    /// <summary>The class's index.</summary>
    public int Class { get; set; }

    /// <summary>Of an offer or assignment: who would have been next, or -1; of an acceptance the first of several who were asked.</summary>
    public int RunnerUp { get; set; }

    /// <summary>Of an offer or assignment: agents who were present.</summary>
    public int Present { get; set; }

    /// <summary>Of an offer or assignment: those of them who have what the work asks for.</summary>
    public int Skilled { get; set; }

    /// <summary>Of an offer or assignment: those of them who had room, the chosen one included; 0 when explanations are off.</summary>
    public int Free { get; set; }

    /// <summary>Of work that came in: whether it counts towards relief.</summary>
    public bool Heavy { get; set; }

    /// <summary>Mixes the fact into a running hash, for proving that two logs are equal.</summary>
    public readonly ulong Mix(ulong hash)
    {
        hash = Step(hash, At);
        hash = Step(hash, Tag);
        hash = Step(hash, Since);
        hash = Step(hash, Until);
        hash = Step(hash, Value);
        hash = Step(hash, ((long)Epoch << 32) | (uint)Kind);
        hash = Step(hash, ((long)Work << 32) | (uint)Generation);
        hash = Step(hash, ((long)Agent << 32) | (uint)Queue);
        hash = Step(hash, ((long)Requirement << 32) | (uint)Class);
        hash = Step(hash, ((long)RunnerUp << 32) | (uint)Present);
        hash = Step(hash, ((long)Skilled << 32) | (uint)Free);
        return Step(hash, Heavy ? 1 : 0);
    }

    // One round of xxHash64's mixing of an 8-byte lane.
    private static ulong Step(ulong hash, long value) =>
        (System.Numerics.BitOperations.RotateLeft(hash ^ ((ulong)value * 0xC2B2AE3D27D4EB4FUL), 27) * 0x9E3779B185EBCA87UL) + 0x85EBCA77C2B2AE63UL;
}
