namespace OmniChannel.Engagement.Handoff;

/// <summary>Who acts next on a conversation: the agent or the queue that has it, the bot that greets, or the default queue.</summary>
internal static class WorkSteps
{
    /// <summary>After the customer said something: makes sure that somebody has the conversation.</summary>
    public static ConversationState Attend(Turn turn, ConversationState conversation, MessageContent? said)
    {
        conversation = turn.Current(conversation);
        if (conversation.Bot is not null || turn.State.Routing.ItemOf(conversation.Id) is not null)
        {
            return conversation;
        }

        if (!turn.Rules.DefaultBot.IsEmpty)
        {
            BotStep.Start(turn, conversation, turn.Rules.DefaultBot, turn.Rules.DefaultQueue, said);
        }
        else
        {
            Enqueue(turn, conversation, turn.Rules.DefaultQueue);
        }

        return turn.Current(conversation);
    }

    /// <summary>Puts a conversation in a queue; its entries follow as an input of their own where this input's go to another one.</summary>
    public static void Enqueue(
        Turn turn, ConversationState conversation, QueueName queue, AgentId preferred = default, DateTimeOffset? createdAt = null, string? team = null, bool follows = false)
    {
        var isCall = conversation.Call is not null;
        var medium = isCall ? ChannelMedium.Voice : conversation.CurrentLeg is { } leg ? turn.Rules.Capabilities(leg.Account).Medium : ChannelMedium.AsyncText;
        var item = new WorkItemSnapshot
        {
            Id = new(turn.NewId()),
            Conversation = conversation.Id,
            Queue = queue,
            Status = WorkStatus.Waiting,
            Medium = medium,
            Team = team,
            Weight = isCall ? turn.Rules.CallWeight : 1,
            Priority = isCall ? 1 : 0,
            CreatedAt = createdAt ?? turn.Now,
            QueuedAt = turn.Now,
            Preferred = preferred,
            PreferredUntil = preferred.IsEmpty ? null : turn.Now + turn.State.Routing.Queues[queue].PreferredWait,
        };
        turn.Route(follows ? default : conversation.Id, (routing, at) => routing.Enqueue(at, item));
        if (conversation.RepeatContacts > 0 || turn.State.Routing.Setup.Options.Priorities.Count > 0)
        {
            PriorityStep.Ask(turn, conversation);
        }
    }

    /// <summary>A call came in: what an agent holds rings with them first; what waits rings sooner.</summary>
    public static void Ring(Turn turn, ConversationState conversation)
    {
        if (turn.State.Routing.ItemOf(conversation.Id) is not { } item)
        {
            Enqueue(turn, conversation, turn.Rules.DefaultQueue);
            return;
        }

        var holder = item.Status == WorkStatus.Assigned ? item.Agent : item.Preferred;
        Move(turn, item, new() { Cause = WorkCause.Ringing, Medium = ChannelMedium.Voice, Team = item.Team, Raise = true, Agent = holder, Afresh = true });
    }

    /// <summary>The call is over: what an agent holds weighs less; what still rang waits on as a message would, with its last agent first.</summary>
    public static void StopRinging(Turn turn, ConversationState conversation)
    {
        if (turn.State.Routing.ItemOf(conversation.Id) is not { Medium: ChannelMedium.Voice } item)
        {
            return;
        }

        if (item.Status == WorkStatus.Assigned)
        {
            turn.Route(conversation.Id, (routing, at) => routing.Convert(at, item, ChannelMedium.AsyncText));
            return;
        }

        Move(turn, item, new() { Cause = WorkCause.Withdrawn, Medium = ChannelMedium.AsyncText, Team = item.Team, Agent = item.Preferred });
    }

    /// <summary>Passes an item on.</summary>
    public static void Move(Turn turn, WorkItemSnapshot item, WorkMove move) =>
        turn.Route(item.Conversation, (routing, at) => routing.Move(at, item, move));

    public static void Close(Turn turn, ConversationState conversation, ParticipantKind author, string? authorId)
    {
        if (conversation.Call is not null)
        {
            CallStep.Instruct(turn, conversation, [new HangUpCommand()]);
        }

        if (turn.State.Routing.ItemOf(conversation.Id) is { } item)
        {
            turn.Route(conversation.Id, (routing, at) => routing.Finish(at, item));
        }

        turn.Entry(turn.Current(conversation), new()
        {
            Conversation = default,
            Sequence = 0,
            Time = turn.Now,
            Kind = EntryKind.Closed,
            Author = author,
            AuthorId = authorId,
            Reason = Explanation.Of("conversation.closed"),
        });
    }
}
