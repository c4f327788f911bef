namespace OmniChannel.Engagement.Engine;

/// <summary>Decides one input from memory. An input whose step throws is rolled back alone and recorded with its reason.</summary>
internal sealed class Decider(WorkspaceState state, WorkspaceRules rules)
{
    public DecidedInput? Decide(EngineInput input, DateTimeOffset now, long sequence)
    {
        var mark = state.Undo.Mark();
        var turn = new Turn(state, rules, now, sequence);
        Decision? decision = null;
        Exception? failure = null;
        try
        {
            decision = Dispatcher.Execute(turn, input) as Decision;
        }
        catch (Exception e)
        {
            failure = e;
            state.Undo.RollbackTo(mark);
            turn = new Turn(state, rules, now, sequence);
            Poison(turn, input, e);
        }

        if (turn.Facts.Count == 0 && input.Inbox is null && input is not (EffectResultInput or SendResultInput) && failure is null)
        {
            return input is CommandInput ? Nothing(input, now, decision) : null;
        }

        return new()
        {
            Sequence = sequence,
            Kind = input.Kind,
            At = now,
            Facts = turn.Facts,
            Payloads = turn.Payloads,
            Conversation = turn.Conversation,
            FirstEntry = turn.FirstEntry,
            Subject = turn.Subject,
            Inbox = input.Inbox,
            Outcome = new() { Decision = decision, Instructions = turn.Instructions, Failure = failure },
            Work = [.. turn.Starts.Select(Work)],
            FollowUps = turn.FollowUps,
        };
    }

    private static DecidedInput Nothing(EngineInput input, DateTimeOffset now, Decision? decision) => new()
    {
        Sequence = 0,
        Kind = input.Kind,
        At = now,
        Facts = [],
        Payloads = [],
        Outcome = new() { Decision = decision },
    };

    /// <summary>The reason names the exception's type only: its message may quote the input. What the customer sent is kept.</summary>
    private static void Poison(Turn turn, EngineInput input, Exception e)
    {
        var contents = input is ChannelInput { Event: MessageReceived message } ? message.Content : [];
        var sender = (input as ChannelInput)?.Event.Sender;
        turn.Emit(new InputPoisoned { Reason = $"{input.GetType().Name}: {e.GetType().Name}" }, new() { Contents = [.. contents], SenderId = sender });
    }

    private EffectWork Work(EffectStart start) =>
        new() { Message = start.Message.IsEmpty ? null : state.Messages.Find(start.Message.Value), Effect = start.Effect.IsEmpty ? null : state.Effects.Find(start.Effect.Value) };
}
