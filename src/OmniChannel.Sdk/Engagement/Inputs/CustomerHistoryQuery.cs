namespace OmniChannel.Engagement.Inputs;

/// <summary>How a customer came to be.</summary>
internal sealed record CustomerHistoryQuery : QueryCommand<IReadOnlyList<CustomerEvent>>
{
    public required CustomerId Customer { get; init; }

    protected override IReadOnlyList<CustomerEvent> Ask(WorkspaceState state) => state.Identity.HistoryOf(state.Identity.Resolve(Customer.Value));
}
