namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent declines an offer.</summary>
internal sealed record DeclineCommand : CommandInput
{
    public required AgentId Agent { get; init; }

    public required WorkOfferId Offer { get; init; }

    public override Decision Execute(Turn turn) =>
        turn.Route((core, facts) => core.End(Offer, Agent, WorkCause.Declined, turn.Now, facts)) ? Decision.Yes() : Decision.No("work.offer-gone");
}
