namespace OmniChannel.Engagement.Inputs;

/// <summary>The application writes to a customer. Only an observed or proved identifier names one.</summary>
internal sealed record SendCommand : CommandInput
{
    public required Identifier To { get; init; }

    public required MessageContent Content { get; init; }

    public required MessagePurpose Purpose { get; init; }

    public override IEnumerable<RowKey> Requires(WorkspaceState state)
    {
        var atom = Atom(state);
        return atom == 0 ? [] : state.Identity.AtomsOf(state.Identity.Resolve(atom)).Select(a => new RowKey(StateTable.Profiles, a));
    }

    public override Decision Execute(Turn turn)
    {
        if (turn.State.AtomsOf(To).Select(turn.State.Identity.Resolve).Distinct().Count() > 1)
        {
            return Decision.No("send.shared-address");
        }

        var atom = Atom(turn.State);
        if (atom == 0)
        {
            return Decision.No("send.unproved");
        }

        var conversation = ConversationStep.Find(turn, atom, null);
        var message = ReplyStep.Send(turn, conversation, Content, ParticipantKind.System, null, Purpose);
        return message.IsEmpty ? Decision.No(AddressChoice.WhyNone(turn, turn.Current(conversation))) : Decision.Yes() with { Message = message, Conversation = conversation.Id };
    }

    private long Atom(WorkspaceState state) => state.AtomsOf(To) is [var first, ..] ? first : 0;
}
