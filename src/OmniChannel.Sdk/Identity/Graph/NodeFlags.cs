namespace OmniChannel.Identity.Graph;

/// <summary>What is true of a node. Those that speak of members are kept at a root.</summary>
[Flags]
internal enum NodeFlags : byte
{
    None = 0,

    /// <summary>Tied to more values than its type may be: it links nobody.</summary>
    Hub = 1,

    /// <summary>Its owner does not want it to link.</summary>
    NoLink = 2,

    /// <summary>Gone; the number stays taken, so that old ids name nobody else.</summary>
    Erased = 4,

    /// <summary>Has a long list of ties: those to other such nodes are found by a table.</summary>
    Busy = 8,

    /// <summary>A verdict keeps it apart from another.</summary>
    HasApart = 16,

    /// <summary>A member is kept apart from somebody.</summary>
    AnyApart = 32,

    /// <summary>A person joined members past their limits.</summary>
    Lifted = 64,

    /// <summary>What it is seen with tells whose it is. Of a limited type: one person's only. Of a weak one: several people's.</summary>
    Told = 128,
}
