namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent passes the conversation to a colleague or a queue; it keeps its age and everything known.</summary>
internal sealed record TransferCommand : AgentCommand
{
    public AgentId ToAgent { get; init; }

    public QueueName ToQueue { get; init; }

    public string? Note { get; init; }

    protected override Decision Execute(Turn turn, ConversationState conversation, WorkItemSnapshot item)
    {
        var routing = turn.State.Routing;
        if (!ToQueue.IsEmpty && !routing.Queues.ContainsKey(ToQueue))
        {
            return Decision.No("work.unknown-queue", ("queue", ToQueue.Value));
        }

        if (!ToAgent.IsEmpty && routing.Agent(ToAgent) is not { Presence: not Presence.Offline })
        {
            return Decision.No("work.unknown-agent", ("agent", ToAgent.Value));
        }

        if (!string.IsNullOrWhiteSpace(Note))
        {
            turn.Entry(
                conversation,
                new() { Conversation = default, Sequence = 0, Time = turn.Now, Kind = EntryKind.Note, Author = ParticipantKind.Agent, AuthorId = Agent.Value },
                new() { Contents = [new TextContent(Note)] });
        }

        var queue = ToQueue.IsEmpty ? item.Queue : ToQueue;
        var cooldown = new Cooldown { Agent = Agent, Until = turn.Now + routing.Queues[queue].DeclineCooldown };
        var next = item with
        {
            Queue = queue,
            QueuedAt = turn.Now,
            Preferred = ToAgent,
            PreferredUntil = ToAgent.IsEmpty ? null : turn.Now + routing.Queues[queue].PreferredWait,
            Cooldowns = [cooldown],
        };
        turn.Route((core, facts) =>
        {
            core.Requeue(next, WorkCause.Transferred, Agent, facts);
            return true;
        });
        return Decision.Yes() with { Conversation = conversation.Id };
    }
}
