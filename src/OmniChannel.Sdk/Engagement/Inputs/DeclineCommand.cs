namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent declines an offer.</summary>
internal sealed record DeclineCommand : CommandInput
{
    public required AgentId Agent { get; init; }

    public required WorkOfferId Offer { get; init; }

    public override Decision Execute(Turn turn) =>
        turn.Route(turn.State.Routing.Conversation(Offer), (routing, at) => routing.Decline(at, Offer, Agent)) ? Decision.Yes() : Decision.No("work.offer-gone");
}
