namespace OmniChannel.Identity;

/// <summary>
/// What somebody says ties two things of customers: an address or a record, and an identifier that it was seen with. Values are not shown.
/// </summary>
public sealed record CustomerTie
{
    /// <summary>The address or record at the one end, by the id that it began with; null for a plain identifier.</summary>
    public required CustomerId? Left { get; init; }

    /// <summary>What is at that end: <c>channel-address</c>, <c>record:</c> with the source, or the identifier's type.</summary>
    public required IdentifierType LeftType { get; init; }

    /// <summary>The address or record at the other end; null for a plain identifier.</summary>
    public required CustomerId? Right { get; init; }

    /// <summary>What is at the other end.</summary>
    public required IdentifierType RightType { get; init; }

    /// <summary>How surely.</summary>
    public required Assurance Assurance { get; init; }

    /// <summary>Who says so: a source, <c>caller-id</c>, <c>match</c> for the matcher, <c>verdict</c> for a person.</summary>
    public required string Source { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>True when it joins nobody.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>The same as a code with arguments; for a refused tie, why. Identifiers are told apart by a short mark made of their hash.</summary>
    public required Explanation Explanation { get; init; }
}
