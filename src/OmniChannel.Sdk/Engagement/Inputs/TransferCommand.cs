namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent passes the conversation to a colleague, a queue, a team or a bot; it keeps its age and everything known.</summary>
internal sealed record TransferCommand : AgentCommand
{
    public AgentId ToAgent { get; init; }

    public QueueName ToQueue { get; init; }

    public string? ToTeam { get; init; }

    public BotName ToBot { get; init; }

    public string? Note { get; init; }

    protected override Decision Execute(Turn turn, ConversationState conversation, WorkItemSnapshot item)
    {
        if (Refusal(turn, conversation) is { } refusal)
        {
            return refusal;
        }

        if (!string.IsNullOrWhiteSpace(Note))
        {
            turn.Entry(
                conversation,
                new() { Conversation = default, Sequence = 0, Time = turn.Now, Kind = EntryKind.Note, Author = ParticipantKind.Agent, AuthorId = Agent.Value },
                new() { Contents = [new TextContent(Note)] });
        }

        if (ToBot.IsEmpty)
        {
            WorkSteps.Move(turn, item, new()
            {
                Cause = WorkCause.Transferred,
                By = Agent,
                Queue = ToQueue.IsEmpty ? null : ToQueue,
                Team = ToTeam,
                Agent = ToAgent,
                Afresh = true,
                SparesHolder = true,
            });
        }
        else
        {
            ToTheBot(turn, conversation, item);
        }

        return Decision.Yes() with { Conversation = conversation.Id };
    }

    private Decision? Refusal(Turn turn, ConversationState conversation)
    {
        var routing = turn.State.Routing;
        return !ToQueue.IsEmpty && !routing.Setup.HasQueue(ToQueue) ? Decision.No("work.unknown-queue", ("queue", ToQueue.Value))
            : ToTeam is not null && !routing.Setup.HasTeam(ToTeam) ? Decision.No("work.unknown-team", ("team", ToTeam))
            : !ToAgent.IsEmpty && routing.Agent(ToAgent) is not { Presence: not Presence.Offline } ? Decision.No("work.unknown-agent", ("agent", ToAgent.Value))
            : ToBot.IsEmpty ? null
            : !turn.Rules.Bots.Contains(ToBot) ? Decision.No("work.unknown-bot", ("bot", ToBot.Value))
            : conversation.Call is not null ? Decision.No("work.on-a-call")
            : null;
    }

    private void ToTheBot(Turn turn, ConversationState conversation, WorkItemSnapshot item)
    {
        turn.Entry(turn.Current(conversation), new()
        {
            Conversation = default,
            Sequence = 0,
            Time = turn.Now,
            Kind = EntryKind.HandOff,
            Author = ParticipantKind.Agent,
            AuthorId = Agent.Value,
            Detail = "transferred",
            Reason = Explanation.Of("work.transferred", ("bot", ToBot.Value), ("by", Agent.Value)),
        });
        turn.Route(conversation.Id, (routing, at) => routing.Withdraw(at, item));
        BotStep.Start(turn, turn.Current(conversation), ToBot, ToQueue.IsEmpty ? item.Queue : ToQueue, from: item);
    }
}
