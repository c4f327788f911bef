using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>What would become of a customer: a dry run.</summary>
[Experimental("OMNI001")]
public sealed record GraphChange
{
    /// <summary>The customers that the identifiers of today's one would make, each by the ids that they began with, oldest first.</summary>
    public required IReadOnlyList<IReadOnlyList<CustomerId>> Customers { get; init; }

    /// <summary>The same as a code with arguments.</summary>
    public required Explanation Explanation { get; init; }
}
