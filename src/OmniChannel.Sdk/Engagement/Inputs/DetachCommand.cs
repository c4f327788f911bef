namespace OmniChannel.Engagement.Inputs;

/// <summary>An identifier is taken from a customer.</summary>
internal sealed record DetachCommand : IdentityCommand
{
    public required CustomerId Customer { get; init; }

    public required Identifier Identifier { get; init; }

    protected override string Done => "customer.detached";

    protected override bool Joins => false;

    protected override string? Change(IdentityLedger ledger, DateTimeOffset now, ICollection<IdentityFact> facts) =>
        ledger.Resolve(Customer.Value) is not { Value: not 0 } customer ? "customer.unknown"
        : ledger.KeyOf(Identifier) is { } key && ledger.Detach(customer, key, now, facts) ? null
        : "customer.not-tied";
}
