namespace OmniChannel.Identity.Graph;

/// <summary>Whether a value is seen with what two people have of their own.</summary>
internal enum Contest
{
    None,

    /// <summary>It is, and nobody has it by a strong identifier.</summary>
    Open,

    /// <summary>It is, and somebody's strong identifier is tied to it.</summary>
    Owned,
}
