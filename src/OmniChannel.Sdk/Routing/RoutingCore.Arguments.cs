namespace OmniChannel.Routing;

public sealed partial class RoutingCore
{
    // What does not exist is refused before anything changes, the passing of time included.
    private void Check(int? queue, int requirement, int? priority, AgentHandle? agent)
    {
        if (queue is { } to && (uint)to >= (uint)_catalogue.Queues.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(queue), "There is no such queue.");
        }

        if ((uint)requirement > (uint)_catalogue.Plans.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(requirement), "There is no such requirement.");
        }

        if (priority is { } of && (uint)of >= (uint)_catalogue.Classes.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(priority), "There is no such class.");
        }

        if (agent is { Index: not None } who)
        {
            Checked(who);
        }
    }

    private int Checked(AgentHandle agent) => (uint)agent.Index < (uint)_agents.Count
        ? agent.Index
        : throw new ArgumentOutOfRangeException(nameof(agent), "There is no such agent in this core.");
}
