namespace OmniChannel.Engagement.Handoff;

/// <summary>A bot holds work like an agent: cued one turn at a time, and handed over when it fails, hangs or wants people.</summary>
internal static class BotStep
{
    /// <summary>The slot in which a hand-off keeps what the customer is after.</summary>
    public const string IntentSlot = "intent";

    /// <summary>Messages that wait for one turn of a bot; with more of them people take over.</summary>
    private const int MostBacklog = 20;

    public static void Start(
        Turn turn, ConversationState conversation, BotName bot, QueueName thenQueue, MessageContent? said = null, WorkItemSnapshot? from = null)
    {
        turn.Emit(
            new BotChanged { Conversation = conversation.Id, Bot = bot, ThenQueue = thenQueue, Since = from?.CreatedAt, From = from?.Agent }, new());
        turn.Entry(conversation, new()
        {
            Conversation = default,
            Sequence = 0,
            Time = turn.Now,
            Kind = EntryKind.Assigned,
            Author = ParticipantKind.Bot,
            AuthorId = bot.Value,
            Reason = Explanation.Of("bot.started"),
        });
        Cue(turn, turn.Current(conversation), new() { Trigger = BotTrigger.Started, Message = said });
    }

    /// <summary>Asks the bot, or keeps the cue until the turn under way is over.</summary>
    public static void Cue(Turn turn, ConversationState conversation, BotCue cue)
    {
        if (conversation.Bot is not { } bot)
        {
            return;
        }

        if (bot.Backlog.Length >= MostBacklog)
        {
            HandOver(turn, conversation, new() { Reason = "bot-behind" });
            return;
        }

        if (!bot.Turn.IsEmpty)
        {
            Keep(turn, conversation, bot, bot.Turn, bot.Memory, [.. bot.Backlog, cue]);
            return;
        }

        var effect = new EffectId(turn.NewId());
        Keep(turn, conversation, bot, effect, bot.Memory, bot.Backlog);
        EffectSteps.Queue(
            turn,
            new EffectQueued
            {
                Effect = effect,
                Kind = EffectKind.BotTurn,
                Conversation = conversation.Id,
                Deadline = turn.Now + turn.Rules.BotTurnTimeout,
                Locale = conversation.Locale,
            },
            new() { Cues = [cue] });
    }

    public static void Replied(Turn turn, ConversationState conversation, EffectState effect, EffectResultInput result)
    {
        if (conversation.Bot is not { } bot || bot.Turn != effect.Id)
        {
            return;
        }

        if (result.BotReply is not { } reply)
        {
            HandOver(turn, conversation, new() { Reason = "bot-failed" });
            return;
        }

        Keep(turn, conversation, bot, default, reply.State, bot.Backlog);
        foreach (var action in reply.Actions)
        {
            if (turn.Current(conversation) is { Bot: not null } current)
            {
                Act(turn, current, bot, action);
            }
        }

        if (turn.Current(conversation) is { Bot: { Turn.IsEmpty: true, Backlog: [var next, .. var rest] } waiting } after)
        {
            Keep(turn, after, waiting, default, waiting.Memory, [.. rest]);
            Cue(turn, turn.Current(after), next);
        }
    }

    /// <summary>Says something in the name of the bot that holds the conversation.</summary>
    public static void Say(Turn turn, ConversationState conversation, MessageContent content)
    {
        if (conversation.Call is { } call && conversation.CurrentLeg?.Account == call.Account)
        {
            CallStep.Speak(turn, conversation, content);
            return;
        }

        ReplyStep.Send(turn, conversation, content, ParticipantKind.Bot, conversation.Bot?.Name.Value, MessagePurpose.Service);
    }

    private static void Act(Turn turn, ConversationState conversation, BotState bot, BotAction action)
    {
        switch (action)
        {
            case SayAction say:
                if (say.Asks is not null || say.Content is ChoiceContent or ListContent)
                {
                    Ask(turn, conversation, say);
                }

                Say(turn, turn.Current(conversation), say.Content);
                break;
            case CollectAction collect:
                Collect(turn, conversation, collect.Slot, collect.Value);
                break;
            case VerifyAction verify:
                VerificationStep.Begin(turn, conversation, verify.Identifier);
                break;
            case HandOffAction handOff:
                HandOver(turn, conversation, handOff);
                break;
            case CloseAction:
                WorkSteps.Close(turn, conversation, ParticipantKind.Bot, bot.Name.Value);
                break;
        }
    }

    private static void Ask(Turn turn, ConversationState conversation, SayAction say)
    {
        ImmutableArray<ChoiceOption> options = say.Content switch
        {
            ChoiceContent choice => [.. choice.Options],
            ListContent list => [.. list.Sections.SelectMany(s => s.Options)],
            _ => [],
        };
        var known = say.Asks is { } slot && conversation.Slot(slot) is not null;
        turn.Emit(
            new QuestionChanged { Conversation = conversation.Id, AskedTwice = known },
            new() { Question = new() { Slot = say.Asks ?? "", Text = say.Content.Preview, Options = options } });
    }

    private static void Collect(Turn turn, ConversationState conversation, string slot, string value) => turn.Entry(
        conversation,
        new()
        {
            Conversation = default,
            Sequence = 0,
            Time = turn.Now,
            Kind = EntryKind.Collected,
            Author = ParticipantKind.Bot,
            AuthorId = conversation.Bot!.Name.Value,
            Slot = slot,
        },
        new() { Text = value });

    /// <summary>Ends the bot's hold and puts the conversation before people, with what the bot knows of it.</summary>
    public static void HandOver(Turn turn, ConversationState conversation, HandOffAction to)
    {
        var bot = conversation.Bot!;
        if (to.Intent is { Length: > 0 } intent && conversation.Slot(IntentSlot) != intent)
        {
            Collect(turn, conversation, IntentSlot, intent);
        }

        turn.Emit(new BotChanged { Conversation = conversation.Id });
        if (conversation.Question is not null)
        {
            turn.Emit(new QuestionChanged { Conversation = conversation.Id });
        }

        if (to.Summary is not null || conversation.Need is null)
        {
            turn.Emit(new NeedChanged { Conversation = conversation.Id }, new() { Text = NeedText.OneLine(to.Summary ?? conversation.Question?.Text ?? "") });
        }

        var routing = turn.State.Routing;
        var named = to.Queue ?? bot.ThenQueue;
        var queue = routing.Setup.HasQueue(named) ? named : turn.Rules.DefaultQueue;
        turn.Entry(turn.Current(conversation), new()
        {
            Conversation = default,
            Sequence = 0,
            Time = turn.Now,
            Kind = EntryKind.HandOff,
            Author = ParticipantKind.Bot,
            AuthorId = bot.Name.Value,
            Detail = to.Reason,
            Reason = Explanation.Of("handoff." + to.Reason, ("queue", queue.Value)),
        });
        var agent = routing.Agent(to.Agent) is null ? default : to.Agent;
        WorkSteps.Enqueue(turn, turn.Current(conversation), queue, agent, bot.Since, routing.Setup.HasTeam(to.Team) ? to.Team : null);
        CallStep.KeepWaiting(turn, turn.Current(conversation));
    }

    private static void Keep(
        Turn turn, ConversationState conversation, BotState bot, EffectId turnEffect, string? memory, ImmutableArray<BotCue> backlog) =>
        turn.Emit(
            new BotChanged
            {
                Conversation = conversation.Id,
                Bot = bot.Name,
                ThenQueue = bot.ThenQueue,
                Turn = turnEffect,
                Since = bot.Since,
                From = bot.From,
                Home = bot.Home,
            },
            new() { Memory = memory, Cues = backlog });
}
