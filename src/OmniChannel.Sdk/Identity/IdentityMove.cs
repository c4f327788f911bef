namespace OmniChannel.Identity;

/// <summary>An address or a record that goes from one customer to another, with its conversations and traits.</summary>
public sealed record IdentityMove
{
    /// <summary>The address or record, by the id that it began with.</summary>
    public required CustomerId Part { get; init; }

    /// <summary>The customer that it was part of.</summary>
    public required CustomerId From { get; init; }

    /// <summary>The customer that it is part of then.</summary>
    public required CustomerId To { get; init; }
}
