using System.Globalization;

namespace OmniChannel.Engagement.Inbound;

/// <summary>After an undone merge: what was joined and is another customer's now stands alone again, unowned, in its queue.</summary>
internal static class PartStep
{
    public static void Regroup(Turn turn, RegroupInput input)
    {
        var parted = input.Customers.SelectMany(c => turn.State.JoinedOf(new(c))).Where(c => IsAnothers(turn, c)).OrderBy(c => c.Id).ToList();
        foreach (var joined in parted)
        {
            turn.Then(new PartInput { Conversation = joined.Id });
        }

        // What is one customer's now may have been two before.
        foreach (var customer in input.Customers.Where(c => turn.State.Identity.AtomsOf(new(c)).Count > 1))
        {
            turn.Then(new RecognisedInput { Customer = new(customer), IsKnown = true });
        }
    }

    public static void Part(Turn turn, PartInput input)
    {
        if (turn.State.Row(input.Conversation) is not { JoinedInto.IsEmpty: false } parted || turn.State.Conversation(parted.Id) is not { } whole || !IsAnothers(turn, parted))
        {
            return;
        }

        var alone = Of(turn, input, whole, parted).Run(input.History, parted.Id);
        turn.Emit(new ConversationLinked { Conversation = parted.Id, Time = turn.Now });
        if (alone is not null)
        {
            var call = TakesCall(turn, whole, parted) ? whole.Call : null;
            turn.Emit(new ConversationRestored { Conversation = parted.Id }, new() { State = alone with { Call = call } });
        }

        WorkSteps.Enqueue(turn, turn.Current(parted), QueueOf(turn, input, parted));
        turn.Then(new RestoreInput { Conversation = whole.Id, Parted = parted.Id });
    }

    public static void Restore(Turn turn, RestoreInput input)
    {
        if (turn.State.Row(input.Conversation) is not { } whole || turn.State.Row(input.Parted) is not { } parted)
        {
            return;
        }

        var refold = Of(turn, input, whole, parted);
        var alone = refold.Run(input.History, whole.Id);
        turn.Entry(whole, new()
        {
            Conversation = default,
            Sequence = 0,
            Time = turn.Now,
            Kind = EntryKind.Parted,
            Detail = parted.Id.ToString(),
            Reason = Explanation.Of("conversation.parted", ("notes", refold.Notes.ToString(CultureInfo.InvariantCulture))),
        });
        if (alone is null)
        {
            return;
        }

        var keepsCall = parted.Call is null || parted.Call.SessionId != whole.Call?.SessionId;
        turn.Emit(new ConversationRestored { Conversation = whole.Id }, new() { State = alone with { Call = keepsCall ? whole.Call : null } });
        if (!keepsCall)
        {
            WorkSteps.StopRinging(turn, turn.Current(whole));
        }

        // A bot that came with the other knows what the other said.
        if (whole.Bot is { } bot && bot.Home == parted.Id)
        {
            turn.Emit(new BotChanged { Conversation = whole.Id });
            turn.Emit(new QuestionChanged { Conversation = whole.Id });
            turn.Emit(new VerificationChanged { Conversation = whole.Id });
        }

        // What answered the other answered nobody here.
        if (turn.Current(whole) is { IsOpen: true, UnansweredSince: not null, Bot: null } waiting && turn.State.Routing.ItemOf(whole.Id) is null)
        {
            WorkSteps.Enqueue(turn, waiting, turn.Rules.DefaultQueue);
        }
    }

    /// <summary>What is to part after this one counts as apart already.</summary>
    private static Refold Of(Turn turn, HistoryInput input, ConversationState whole, ConversationState parted)
    {
        var all = input.Histories(turn.State).Select(id => turn.State.Row(id)!).ToList();
        var together = all.Where(c => !c.JoinedInto.IsEmpty && !IsAnothers(turn, c)).Select(c => c.Id).ToHashSet();
        return new(turn.State.Identity.Resolve, together, [whole, parted, .. all.Where(c => !together.Contains(c.Id)).OrderBy(c => c.Id)]);
    }

    /// <summary>Where it waited last by itself, if there still is that queue.</summary>
    private static QueueName QueueOf(Turn turn, HistoryInput input, ConversationState parted) =>
        input.History.OfType<WorkItemChanged>().LastOrDefault(w => w.Item.Conversation == parted.Id) is { Item.Queue: var last } && turn.State.Routing.Setup.HasQueue(last)
            ? last
            : turn.Rules.DefaultQueue;

    /// <summary>A call that nobody has answered yet goes with its caller. One that was answered ends where it is.</summary>
    private static bool TakesCall(Turn turn, ConversationState whole, ConversationState parted) =>
        whole.Call is { Phase: CallPhase.Waiting } call
        && whole.Legs.LastOrDefault(l => l.Account == call.Account) is { } leg
        && turn.State.Identity.Resolve(leg.Atom) == turn.State.Identity.Resolve(parted.Atom);

    /// <summary>Asked of the very one it joined: what that became part of is that one's affair.</summary>
    private static bool IsAnothers(Turn turn, ConversationState joined) =>
        turn.State.Row(joined.JoinedInto) is { } into && turn.State.Identity.Resolve(into.Atom) != turn.State.Identity.Resolve(joined.Atom);
}
