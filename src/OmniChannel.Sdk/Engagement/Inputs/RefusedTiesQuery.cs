namespace OmniChannel.Engagement.Inputs;

/// <summary>What would tie a customer to others and was refused.</summary>
internal sealed record RefusedTiesQuery : QueryCommand<IReadOnlyList<CustomerTie>>
{
    public required CustomerId Customer { get; init; }

    protected override IReadOnlyList<CustomerTie> Ask(WorkspaceState state) => state.Identity.RefusedOf(state.Identity.Resolve(Customer.Value));
}
