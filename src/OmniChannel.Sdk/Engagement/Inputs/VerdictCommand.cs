namespace OmniChannel.Engagement.Inputs;

/// <summary>A person decides on two customers: together, apart, or as the evidence says.</summary>
internal sealed record VerdictCommand : IdentityCommand
{
    public required CustomerId First { get; init; }

    public required CustomerId Second { get; init; }

    public required VerdictKind Verdict { get; init; }

    protected override string Done => Verdict switch
    {
        VerdictKind.Together => "customer.merged",
        VerdictKind.Apart => "customer.parted",
        _ => "customer.reconsidered",
    };

    protected override bool Joins => Verdict != VerdictKind.Apart;

    protected override string? Change(IdentityLedger ledger, DateTimeOffset now, ICollection<IdentityFact> facts)
    {
        if (ledger.Atoms.Find(First.Value) is null || ledger.Atoms.Find(Second.Value) is null)
        {
            return "customer.unknown";
        }

        if (First == Second)
        {
            return "customer.same";
        }

        return Verdict switch
        {
            VerdictKind.Together => ledger.Merge(First.Value, Second.Value, now, facts, By) && ledger.Resolve(First.Value) == ledger.Resolve(Second.Value) ? null : "customer.merge-refused",
            VerdictKind.Apart => ledger.KeepApart(First.Value, Second.Value, now, facts, By) ? null : "customer.unknown",
            _ => ledger.Reconsider(First.Value, Second.Value, now, facts, By) ? null : "customer.no-verdict",
        };
    }
}
