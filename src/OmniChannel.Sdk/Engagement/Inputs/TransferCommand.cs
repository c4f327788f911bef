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
        if (!ToQueue.IsEmpty && !routing.Setup.HasQueue(ToQueue))
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

        WorkSteps.Move(turn, item, new()
        {
            Cause = WorkCause.Transferred, By = Agent, Queue = ToQueue.IsEmpty ? null : ToQueue, Agent = ToAgent, Afresh = true, SparesHolder = true,
        });
        return Decision.Yes() with { Conversation = conversation.Id };
    }
}
