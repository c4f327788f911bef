namespace OmniChannel.Engagement.Inputs;

/// <summary>A source no longer has a record: what it said is taken back.</summary>
internal sealed record ForgetRecordCommand : CommandInput
{
    public required string Source { get; init; }

    public required string ExternalId { get; init; }

    public override IEnumerable<RowKey> Requires(WorkspaceState state) => RequiredRows.Record(state, Source, ExternalId);

    public override Decision Execute(Turn turn)
    {
        var atom = turn.State.Identity.AtomOf(RecognitionStep.KeyOf(turn.State, Source, ExternalId));
        if (turn.State.Profiles.Find(atom) is not { Record: not null } known || known.Source != Source)
        {
            return Decision.No("record.unknown");
        }

        turn.Subject = atom;
        RecognitionStep.Withdraw(turn, atom, Source, []);
        turn.Emit(new ProfileRemoved { Atom = atom });
        MatchStep.Ask(turn, atom);
        return Decision.Yes();
    }
}
