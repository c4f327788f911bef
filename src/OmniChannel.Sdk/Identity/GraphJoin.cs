using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>How a customer became part of another one.</summary>
[Experimental("OMNI001")]
public sealed record GraphJoin
{
    /// <summary>The id of the customer that was joined; <see cref="IdentityGraph.Undo"/> takes it.</summary>
    public required CustomerId Joined { get; init; }

    /// <summary>The tie that did it; null when it was taken back since and others hold them together.</summary>
    public GraphTie? Tie { get; init; }

    /// <summary>The same as a code with arguments.</summary>
    public required Explanation Explanation { get; init; }
}
