namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent's presence changes.</summary>
internal sealed record SetPresenceCommand : CommandInput
{
    public required AgentId Agent { get; init; }

    public required Presence Presence { get; init; }

    public override Decision Execute(Turn turn)
    {
        var known = false;
        turn.RouteSilently((core, facts) => known = core.SetPresence(Agent, Presence, facts));
        return known ? Decision.Yes() : Decision.No("work.unknown-agent", ("agent", Agent.Value));
    }
}
