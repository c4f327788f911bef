namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent asks for work. A call is connected to them.</summary>
internal sealed record PullCommand : CommandInput
{
    public required AgentId Agent { get; init; }

    public override Decision Execute(Turn turn)
    {
        if (turn.State.Routing.Agent(Agent) is null)
        {
            return Decision.No("work.unknown-agent", ("agent", Agent.Value));
        }

        return turn.Route(default, (routing, at) => routing.Pull(at, Agent)) is { } item
            ? Decision.Yes() with { Conversation = turn.State.Routing.Item(item)!.Conversation }
            : Decision.No("work.nothing-to-pull");
    }
}
