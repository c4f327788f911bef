using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>What a person decided about two that may be one.</summary>
[Experimental("OMNI001")]
public enum VerdictKind
{
    /// <summary>They are never one customer.</summary>
    Apart,

    /// <summary>They are one customer, whatever limits say.</summary>
    Together,

    /// <summary>A verdict was taken back: evidence decides again.</summary>
    Reconsidered,
}
