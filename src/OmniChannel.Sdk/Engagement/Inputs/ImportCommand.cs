namespace OmniChannel.Engagement.Inputs;

/// <summary>The application gives us what it knows of a customer.</summary>
internal sealed record ImportCommand : CommandInput
{
    public required string Source { get; init; }

    public required CustomerRecord Record { get; init; }

    public override IEnumerable<RowKey> Requires(WorkspaceState state) => RequiredRows.Record(state, Source, Record.ExternalId);

    public override Decision Execute(Turn turn)
    {
        var atom = RecognitionStep.Import(turn, new() { Source = Source, Record = Record });
        var customer = turn.State.Identity.Resolve(atom);
        if (turn.State.ConversationsOf(customer).Any(c => c.IsOpen) && ConversationStep.Join(turn, customer) is { } conversation)
        {
            RecognisedStep.Run(turn, conversation);
            PriorityStep.Reconsider(turn, customer);
        }

        return Decision.Yes();
    }
}
