namespace OmniChannel.Customers;

/// <summary>How the value of one trait is chosen. Binds from configuration.</summary>
public sealed class TraitRule
{
    /// <summary>What is asked, one after the other until something decides.</summary>
    /// <value>Default empty: as for all traits.</value>
    public IList<Survivorship> Order { get; init; } = [];

    /// <summary>The sources whose word counts most for this trait, the most trusted first.</summary>
    /// <value>Default empty: as for all traits.</value>
    public IList<string> Trusted { get; init; } = [];
}
