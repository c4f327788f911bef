namespace OmniChannel.Engagement.Inbound;

/// <summary>Which conversation an event belongs to: the customer's open one on any channel, one closed not long ago, or a new one.</summary>
internal static class ConversationStep
{
    // Who goes on elsewhere sooner changes the channel; after that they have waited in vain.
    private static readonly TimeSpan FollowUpAfter = TimeSpan.FromMinutes(5);

    public static ConversationState Find(Turn turn, long atom, Locale? locale, ConversationState? threaded = null)
    {
        var customer = turn.State.Identity.Resolve(atom);
        var own = Join(turn, customer);
        var found = own is { IsOpen: true } || threaded?.ClosedAt is { } ended && turn.Now - ended > turn.Rules.ReopenWindow ? own : threaded ?? own;
        if (found is { IsOpen: true })
        {
            return found;
        }

        if (found is { ClosedAt: { } closed } && turn.Now - closed <= turn.Rules.ReopenWindow)
        {
            turn.Entry(found, new() { Conversation = default, Sequence = 0, Time = turn.Now, Kind = EntryKind.Reopened });
            return turn.Current(found);
        }

        var id = new ConversationId(turn.NewId());
        turn.Emit(new ConversationOpened { Conversation = id, Atom = atom, Time = turn.Now, Locale = locale ?? turn.Rules.Locale });
        return turn.State.Conversations.Get(id.Value);
    }

    /// <summary>The customer's conversation. Where a merge left two open ones, they become one: the owned one survives, else the older. A call goes on in it; of two calls each in its own.</summary>
    public static ConversationState? Join(Turn turn, CustomerId customer)
    {
        var all = turn.State.ConversationsOf(customer).ToList();
        if (all.Count == 1)
        {
            return all[0];
        }

        all = [.. all.DistinctBy(c => c.Id)];
        var open = all.Where(c => c.IsOpen).OrderByDescending(c => Ownership(turn, c)).ThenBy(c => c.OpenedAt).ThenBy(c => c.Id).ToList();
        if (open.Count == 0)
        {
            return all.OrderByDescending(c => c.ClosedAt).ThenBy(c => c.Id).FirstOrDefault();
        }

        var survivor = open[0];
        foreach (var other in open.Skip(1))
        {
            if (other.Call is not null && survivor.Call is not null)
            {
                continue; // Two callers at once: each keeps their own until one of the calls has ended.
            }

            WithdrawWork(turn, other, survivor);
            turn.Emit(new ConversationLinked { Conversation = other.Id, Into = survivor.Id, Time = turn.Now });
            turn.Entry(survivor, new()
            {
                Conversation = default,
                Sequence = 0,
                Time = turn.Now,
                Kind = EntryKind.Joined,
                Detail = other.Id.ToString(),
                Reason = Explanation.Of("conversation.joined"),
            });
            if (other.Call is not null && survivor.Call is null)
            {
                CallStep.Answer(turn, turn.Current(survivor));
            }

            survivor = turn.Current(survivor);
        }

        return turn.Current(survivor);
    }

    /// <summary>The leg that an event came by; a switch of channel starts a new one, with the reason.</summary>
    public static ConversationState Leg(Turn turn, ConversationState conversation, ChannelAddress address, long atom, DateTimeOffset at, Explanation? reason = null)
    {
        if (conversation.CurrentLeg is { } current && current.Account == address.Account && current.SenderId == address.SenderId)
        {
            return conversation;
        }

        var from = conversation.CurrentLeg?.Account.Channel.Value;
        var switched = conversation.IsOpen && IsFollowUp(conversation, at) ? EntryFold.FollowedUp : "leg.customer-switched";
        turn.Entry(
            conversation,
            new()
            {
                Conversation = default,
                Sequence = 0,
                Time = at,
                Kind = EntryKind.LegStarted,
                Author = reason is null ? ParticipantKind.Customer : ParticipantKind.System,
                Channel = address.Account,
                Atom = atom,
                Reason = reason ?? (from is null ? Explanation.Of("leg.opened") : Explanation.Of(switched, ("from", from), ("to", address.Account.Channel.Value))),
                Detail = from ?? "",
            },
            new() { SenderId = address.SenderId });
        return turn.Current(conversation);
    }

    /// <summary>Whether who comes by another channel has waited in vain.</summary>
    public static bool IsFollowUp(ConversationState conversation, DateTimeOffset at) => conversation.UnansweredSince is { } since && at - since >= FollowUpAfter;

    /// <summary>An agent's before one that waits for people, before a bot's, before nobody's.</summary>
    private static int Ownership(Turn turn, ConversationState conversation) => turn.State.Routing.ItemOf(conversation.Id) switch
    {
        { Status: WorkStatus.Assigned } => 3,
        { IsOpen: true } => 2,
        _ => conversation.Bot is null ? 0 : 1,
    };

    private static void WithdrawWork(Turn turn, ConversationState other, ConversationState survivor)
    {
        if (turn.State.Routing.ItemOf(other.Id) is not { } item)
        {
            return;
        }

        turn.Route(default, (routing, at) => routing.Withdraw(at, item));
        var own = turn.State.Routing.ItemOf(survivor.Id);
        if (own is null && survivor.Bot is null)
        {
            WorkSteps.Enqueue(turn, survivor, item.Queue, createdAt: item.CreatedAt);
        }
        else if (own is { Status: WorkStatus.Waiting } && item.CreatedAt < own.CreatedAt)
        {
            turn.Route(default, (routing, at) => routing.Withdraw(at, own));
            WorkSteps.Enqueue(turn, survivor, own.Queue, createdAt: item.CreatedAt);
        }
    }
}
