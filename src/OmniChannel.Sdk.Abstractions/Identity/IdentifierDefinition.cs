namespace OmniChannel.Identity;

/// <summary>What is known of an identifier type, as data: how values are compared, how far they are trusted, and how many a person may have.</summary>
public sealed record IdentifierDefinition
{
    /// <summary>The type.</summary>
    public required IdentifierType Type { get; init; }

    /// <summary>How values are compared.</summary>
    public required IIdentifierNormalizer Normalizer { get; init; }

    /// <summary>Within what a value means one person.</summary>
    /// <value>Default <see cref="IdentifierScope.Global"/>.</value>
    public IdentifierScope Scope { get; init; }

    /// <summary>How much it says about who somebody is.</summary>
    /// <value>Default <see cref="IdentifierStrength.Medium"/>.</value>
    public IdentifierStrength Strength { get; init; } = IdentifierStrength.Medium;

    /// <summary>Order among types of the same strength, 0 to 255; higher is taken first.</summary>
    public byte Priority { get; init; }

    /// <summary>The most that one customer may have, 1 to 14; null for any number. A tie that would join more is refused.</summary>
    public int? PerCustomer { get; init; }

    /// <summary>
    /// As <see cref="PerCustomer"/>, for ties that were observed and not verified: so that a family's phone does not make one person of two
    /// e-mail addresses, while a signed-in session may.
    /// </summary>
    /// <value>Default: as <see cref="PerCustomer"/>.</value>
    public int? PerCustomerObserved { get; init; }

    /// <summary>The most distinct identifiers that one value may be tied to; above it the value links nobody. Null for any number.</summary>
    public int? SharedBy { get; init; }

    /// <summary>How long a tie links after it was last seen, in whole days; null for ever. Of the two types of a tie the shorter counts.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Values in compared form that are nobody's, such as <c>test@example.com</c>.</summary>
    public IReadOnlyCollection<string> Blocked { get; init; } = [];
}
