namespace OmniChannel.Engagement.Inputs;

/// <summary>The owner of an identifier says whether it may link.</summary>
internal sealed record LinkingCommand : IdentityCommand
{
    public required Identifier Identifier { get; init; }

    public required bool Allowed { get; init; }

    protected override string Done => "accepted";

    protected override bool Joins => Allowed;

    protected override string? Change(IdentityLedger ledger, DateTimeOffset now, ICollection<IdentityFact> facts)
    {
        if (ledger.KeyOf(Identifier) is not { } key)
        {
            return "identifier.malformed";
        }

        ledger.AllowLinking(key, Identifier.Type, Allowed, now, facts);
        return null;
    }
}
