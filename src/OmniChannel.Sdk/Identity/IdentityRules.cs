using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>What an <see cref="IdentityGraph"/> decides by.</summary>
[Experimental("OMNI001")]
public sealed record IdentityRules
{
    /// <summary>The identifier types, at most 255; sixteen of them may have a limit per customer.</summary>
    /// <value>Default: <see cref="IdentifierDefinitions.Default"/>.</value>
    public IReadOnlyList<IdentifierDefinition> Types { get; init; } = IdentifierDefinitions.Default;

    /// <summary>ISO 3166 code of the region in which national phone numbers are read.</summary>
    /// <value>Default <c>JP</c>.</value>
    public string Region { get; init; } = "JP";

    /// <summary>The most identifiers of one customer; what would join more stays a suggestion.</summary>
    /// <value>Default 1,000; at most 60,000.</value>
    public int MostIdentifiersPerCustomer { get; init; } = 1_000;

    /// <summary>
    /// The most identifiers, over all customers that ties lead to, refused ones included, of which the partition is computed anew when
    /// something is revoked. Beyond it only the customers concerned are, and order of arrival may show.
    /// </summary>
    /// <value>Default 10,000.</value>
    public int MostIdentifiersComputed { get; init; } = 10_000;
}
