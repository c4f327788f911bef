namespace OmniChannel.Customers;

/// <summary>
/// Which value a profile shows where several are known. Binds from <c>OmniChannel:Profiles</c>. A change of the rules shows in every profile
/// with the next start: profiles are computed from what sources said, and nothing that loses is forgotten.
/// </summary>
public sealed class ProfileOptions
{
    /// <summary>The name under which <see cref="Traits"/> hold the rule for the person's name.</summary>
    public const string Name = "name";

    /// <summary>What is asked of all traits without an order of their own.</summary>
    /// <value>Default empty, which is declared first, most trusted, most recent, most confident.</value>
    public IList<Survivorship> Order { get; init; } = [];

    /// <summary>Sources from the most trusted on.</summary>
    /// <value>Default empty: all are trusted alike.</value>
    public IList<string> Trusted { get; init; } = [];

    /// <summary>Rules for single traits by name, such as <c>address</c> or <c>name</c>.</summary>
    public IDictionary<string, TraitRule> Traits { get; init; } = new Dictionary<string, TraitRule>();
}
