using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>What was decided, or asked, about two that may be one.</summary>
[Experimental("OMNI001")]
public enum VerdictKind
{
    /// <summary>They are never one customer.</summary>
    Apart,

    /// <summary>They are one customer, whatever limits say.</summary>
    Together,

    /// <summary>A verdict was taken back: evidence decides again.</summary>
    Reconsidered,

    /// <summary>The matcher takes the two for one person; nobody decided yet.</summary>
    Suggested,

    /// <summary>Somebody looked at the suggestion and left it open.</summary>
    Dismissed,
}
