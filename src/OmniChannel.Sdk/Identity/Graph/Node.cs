namespace OmniChannel.Identity.Graph;

/// <summary>An identifier in the graph, 56 bytes. Members of a customer form a ring; its oldest node, the root, holds what counts for all.</summary>
internal struct Node
{
    public long High;
    public long Low;

    /// <summary>At a root: how many members are of each limited type, four bits each, 15 for more.</summary>
    public ulong Counts;

    /// <summary>How many distinct others of each limited type it is tied to by evidence that may link, packed as <see cref="Counts"/>.</summary>
    public ulong Beside;

    /// <summary>The oldest member of its customer.</summary>
    public int Root;

    /// <summary>The next member of the ring.</summary>
    public int Next;

    /// <summary>The first of its ties, plus one.</summary>
    public int Ties;

    /// <summary>The tie, plus one, by which a former root came to another customer.</summary>
    public int JoinedBy;

    /// <summary>How many distinct others it is tied to by evidence that may link.</summary>
    public int Neighbours;

    /// <summary>At a root: how many members there are.</summary>
    public ushort Size;

    public byte Type;

    public NodeFlags Flags;

    public readonly IdentifierKey Key => new(High, Low);

    public readonly bool Has(NodeFlags flags) => (Flags & flags) != 0;
}
