using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>Why a tie does not make two customers one.</summary>
[Experimental("OMNI001")]
public enum RefusalReason
{
    /// <summary>It was only said, not observed or proved.</summary>
    Claimed,

    /// <summary>The owner did not consent to link it.</summary>
    NoConsent,

    /// <summary>It was last seen longer ago than its type lives.</summary>
    TooOld,

    /// <summary>It runs through a value that is on too many others, or through a device that is proved to be two people's.</summary>
    Shared,

    /// <summary>It was merely observed, with a value that is seen with two people's own: it cannot be told whose it is.</summary>
    Contested,

    /// <summary>A person decided that they are two.</summary>
    KeptApart,

    /// <summary>Together they would have more identifiers than are joined without a person.</summary>
    TooLarge,

    /// <summary>Each has its own of a type of which one person has one, such as a login.</summary>
    StrongCrossed,

    /// <summary>Together they would have more identifiers of a type than one customer may.</summary>
    Limit,
}
