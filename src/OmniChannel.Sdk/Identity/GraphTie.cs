using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>What one source says of two identifiers, and what becomes of it.</summary>
[Experimental("OMNI001")]
public sealed record GraphTie
{
    /// <summary>The one identifier, by the id that it began with.</summary>
    public required CustomerId Left { get; init; }

    /// <summary>Its type.</summary>
    public required IdentifierType LeftType { get; init; }

    /// <summary>The other identifier, by the id that it began with.</summary>
    public required CustomerId Right { get; init; }

    /// <summary>Its type.</summary>
    public required IdentifierType RightType { get; init; }

    /// <summary>How surely.</summary>
    public required Assurance Assurance { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }

    /// <summary>When it was first seen with this assurance.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The day it was last seen.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>Why it joins nobody; null when it does, or may.</summary>
    public RefusalReason? Refused { get; init; }

    /// <summary>The identifier type whose limit it would break; null for other reasons.</summary>
    public IdentifierType? Limit { get; init; }

    /// <summary>The same as a code with arguments.</summary>
    public required Explanation Explanation { get; init; }
}
