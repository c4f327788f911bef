namespace OmniChannel.Engagement.Inputs;

/// <summary>Why two are one customer, or why not: of two customers by their ids, or of two identifiers.</summary>
internal sealed record ExplainLinkQuery : QueryCommand<CustomerLink>
{
    public CustomerId First { get; init; }

    public CustomerId Second { get; init; }

    public Identifier? FirstIdentifier { get; init; }

    public Identifier? SecondIdentifier { get; init; }

    protected override CustomerLink Ask(WorkspaceState state) =>
        Key(state, First, FirstIdentifier) is { } first && Key(state, Second, SecondIdentifier) is { } second
            ? state.Identity.Explain(first, second)
            : new() { IsOne = false, Answer = Explanation.Of("identity.unknown"), Ties = [] };

    private static IdentifierKey? Key(WorkspaceState state, CustomerId customer, Identifier? identifier) =>
        identifier is not null ? state.Identity.KeyOf(identifier) : state.Identity.Atoms.Find(customer.Value)?.Key;
}
