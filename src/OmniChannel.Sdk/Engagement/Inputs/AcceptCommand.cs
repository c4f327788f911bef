namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent takes an offer. A call is connected to them.</summary>
internal sealed record AcceptCommand : CommandInput
{
    public required AgentId Agent { get; init; }

    public required WorkOfferId Offer { get; init; }

    public override Decision Execute(Turn turn)
    {
        if (!turn.Route(turn.State.Routing.Conversation(Offer), (routing, at) => routing.Accept(at, Offer, Agent)))
        {
            return Decision.No("work.offer-gone");
        }

        var item = turn.Facts.OfType<WorkItemChanged>().First(f => f.Cause == WorkCause.Accepted).Item;
        if (turn.State.Conversation(item.Conversation) is { Call: not null } conversation && item.Medium == ChannelMedium.Voice)
        {
            CallStep.Connect(turn, conversation, turn.State.Routing.Agent(Agent)!);
        }

        return Decision.Yes() with { Conversation = item.Conversation };
    }
}
