namespace OmniChannel.Identity;

/// <summary>What ties an identifier to the sender of an event.</summary>
public sealed record IdentifierEvidence
{
    /// <summary>The identifier.</summary>
    public required Identifier Identifier { get; init; }

    /// <summary>How sure it is.</summary>
    public required Assurance Assurance { get; init; }

    /// <summary>Who says so, such as <c>caller-id</c> or <c>one-time-code</c>.</summary>
    public required string Source { get; init; }
}
