namespace OmniChannel.Engagement.Engine;

/// <summary>Decides one input from memory. An input whose step throws is rolled back alone and recorded with its reason.</summary>
internal sealed class Decider(WorkspaceState state, WorkspaceRules rules)
{
    /// <exception cref="RowsMissingException">Rows must be loaded first; nothing was changed.</exception>
    public DecidedInput? Decide(EngineInput input, DateTimeOffset now, long sequence)
    {
        var mark = state.Undo.Mark();
        try
        {
            var turn = new Turn(state, rules, now, sequence);
            var decision = Dispatcher.Execute(turn, input) as Decision;
            return turn.Facts.Count > 0 || input.Inbox is not null || input is EffectResultInput or SendResultInput
                ? Decided(input, turn, new() { Decision = decision, Instructions = turn.Instructions })
                : input is CommandInput || turn.FollowUps.Count > 0 ? Nothing(input, now, decision, turn.FollowUps) : null;
        }
        catch (RowsMissingException)
        {
            state.Undo.RollbackTo(mark);
            throw;
        }
        catch (Exception e)
        {
            state.Undo.RollbackTo(mark);
            return Poisoned(input, now, sequence, e);
        }
    }

    /// <summary>The reason names the exception's type only: its message may quote the input. What the customer sent is kept, if it can be written.</summary>
    private DecidedInput Poisoned(EngineInput input, DateTimeOffset now, long sequence, Exception failure)
    {
        var mark = state.Undo.Mark();
        var fact = new InputPoisoned { Reason = $"{input.GetType().Name}: {failure.GetType().Name}" };
        var sent = input is ChannelInput channel
            ? new Payload { Contents = [.. (channel.Event as MessageReceived)?.Content ?? []], SenderId = channel.Event.Sender }
            : new();
        try
        {
            return Emitted(sent);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or System.Text.Json.JsonException)
        {
            state.Undo.RollbackTo(mark);
            return Emitted(new() { SenderId = sent.SenderId });
        }

        DecidedInput Emitted(Payload payload)
        {
            var turn = new Turn(state, rules, now, sequence);
            turn.Emit(fact, payload);
            return Decided(input, turn, new() { Failure = failure });
        }
    }

    /// <summary>Written here, where what cannot be written is the fault of this input alone.</summary>
    private DecidedInput Decided(EngineInput input, Turn turn, InputOutcome outcome) => new()
    {
        Sequence = turn.Sequence,
        Kind = input.Kind,
        At = turn.Now,
        Facts = turn.Facts,
        Conversation = turn.Conversation,
        FirstEntry = turn.FirstEntry,
        Journal = new()
        {
            Sequence = turn.Sequence,
            InputKind = input.Kind,
            At = turn.Now,
            Conversation = turn.Conversation.Value,
            FirstEntry = turn.FirstEntry,
            Facts = [.. turn.Facts.Select(FactCodec.Encode)],
            Payload = FactCodec.EncodePayloads(turn.Payloads),
            Subject = turn.Subject,
        },

        // A command that failed changed nothing: the same one again is decided anew.
        Inbox = outcome.Failure is not null && input is CommandInput ? null : input.Inbox,
        Outcome = outcome,
        Work = [.. turn.Starts.Select(Work)],
        FollowUps = turn.FollowUps,
    };

    private static DecidedInput Nothing(EngineInput input, DateTimeOffset now, Decision? decision, IReadOnlyList<EngineInput> followUps) => new()
    {
        Sequence = 0,
        Kind = input.Kind,
        At = now,
        Facts = [],
        Outcome = new() { Decision = decision },
        FollowUps = followUps,
    };

    private EffectWork Work(EffectStart start) =>
        new() { Message = start.Message.IsEmpty ? null : state.Messages.Find(start.Message.Value), Effect = start.Effect.IsEmpty ? null : state.Effects.Find(start.Effect.Value) };
}
