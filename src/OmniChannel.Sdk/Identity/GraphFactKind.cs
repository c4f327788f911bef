using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>What a <see cref="GraphFact"/> says happened.</summary>
[Experimental("OMNI001")]
public enum GraphFactKind : byte
{
    /// <summary>A source of evidence was named for the first time.</summary>
    SourceNamed,

    /// <summary>An identifier was seen for the first time. It begins as a customer of its own.</summary>
    IdentifierAdded,

    /// <summary>Two identifiers were seen together by a source for the first time.</summary>
    TieAdded,

    /// <summary>A tie became surer, older, fresher, or ceased to link.</summary>
    TieChanged,

    /// <summary>A tie was taken back.</summary>
    TieRemoved,

    /// <summary>A value is on more identifiers than its type may be: it links nobody.</summary>
    HubCut,

    /// <summary>A value is no longer on too many identifiers.</summary>
    HubRestored,

    /// <summary>The owner of an identifier forbade, or allowed again, that it links.</summary>
    LinkingChanged,

    /// <summary>One customer became part of an older one.</summary>
    Joined,

    /// <summary>One identifier went to another customer: an accepted tie was revoked, or a verdict given. Comes in runs; the last says so.</summary>
    Moved,

    /// <summary>A tie would have joined two customers and was refused; it is a suggestion now.</summary>
    Refused,

    /// <summary>A person decided that two identifiers are never one customer, or took that back.</summary>
    VerdictGiven,

    /// <summary>An identifier was erased. Its number is never used again.</summary>
    IdentifierErased,

    /// <summary>A day has passed: what is too old no longer links.</summary>
    TimeAdvanced,
}
