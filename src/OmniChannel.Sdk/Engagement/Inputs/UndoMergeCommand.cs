namespace OmniChannel.Engagement.Inputs;

/// <summary>The merge by which a customer became part of another is undone, and stays so.</summary>
internal sealed record UndoMergeCommand : IdentityCommand
{
    public required CustomerId Joined { get; init; }

    protected override string Done => "customer.parted";

    protected override bool Joins => false;

    protected override string? Change(IdentityLedger ledger, DateTimeOffset now, ICollection<IdentityFact> facts) =>
        ledger.Atoms.Find(Joined.Value) is null ? "customer.unknown" : ledger.Undo(Joined.Value, now, facts, By) ? null : "customer.not-merged";
}
