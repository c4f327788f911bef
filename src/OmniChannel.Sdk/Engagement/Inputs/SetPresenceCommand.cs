namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent's presence changes.</summary>
internal sealed record SetPresenceCommand : CommandInput
{
    public required AgentId Agent { get; init; }

    public required Presence Presence { get; init; }

    public override Decision Execute(Turn turn)
    {
        return turn.Route(default, (routing, at) => routing.SetPresence(at, Agent, Presence)) ? Decision.Yes() : Decision.No("work.unknown-agent", ("agent", Agent.Value));
    }
}
