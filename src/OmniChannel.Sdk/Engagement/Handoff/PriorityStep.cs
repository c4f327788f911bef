namespace OmniChannel.Engagement.Handoff;

/// <summary>How urgent a conversation is: one class up for each contact elsewhere in vain, and what the rules of the application say of customer and contact.</summary>
internal static class PriorityStep
{
    /// <summary>Has the priority decided, as an input of its own: it needs the customer's profile.</summary>
    public static void Ask(Turn turn, ConversationState conversation, WorkCause cause = WorkCause.Prioritised) =>
        turn.Then(new PrioritiseInput { Conversation = conversation.Id, Cause = cause });

    /// <summary>More is known of a customer: the same for what they have open, where that matters.</summary>
    public static void Reconsider(Turn turn, CustomerId customer)
    {
        if (turn.State.Routing.Setup.Options.Priorities.Any(r => r.Name is not null))
        {
            foreach (var conversation in turn.State.ConversationsOf(customer).Where(c => c.IsOpen && turn.State.Routing.ItemOf(c.Id) is not null).ToList())
            {
                Ask(turn, conversation);
            }
        }
    }

    public static void Run(Turn turn, PrioritiseInput input)
    {
        if (turn.State.Conversation(input.Conversation) is { } conversation
            && turn.State.Routing.ItemOf(conversation.Id) is { Status: WorkStatus.Waiting or WorkStatus.Offered } item)
        {
            turn.Route(default, (routing, at) => routing.Prioritise(at, item, StepsOf(turn, conversation, item), input.Cause));
        }
    }

    private static int StepsOf(Turn turn, ConversationState conversation, WorkItemSnapshot item)
    {
        IReadOnlyList<ResolvedTrait>? traits = null;
        var steps = (long)conversation.RepeatContacts;
        foreach (var rule in turn.State.Routing.Setup.Options.Priorities)
        {
            if (conversation.RepeatContacts < rule.Repeats || (rule.Queue is { } queue && queue != item.Queue.Value))
            {
                continue;
            }

            var value = rule.Name is null ? null : conversation.Slot(rule.Name) ?? Trait(traits ??= TraitsOf(turn, conversation), rule.Name);
            if (rule.Name is null || (value is not null && (rule.Values.Count == 0 || rule.Values.Contains(value))))
            {
                steps += rule.Steps;
            }
        }

        return (int)Math.Clamp(steps, -1000, 1000);
    }

    private static string? Trait(IReadOnlyList<ResolvedTrait> traits, string name) => traits.FirstOrDefault(t => t.Winner.Name == name)?.Winner.Value;

    private static IReadOnlyList<ResolvedTrait> TraitsOf(Turn turn, ConversationState conversation) => ProfileBuilder.Traits(
        turn.State.Identity.AtomsOf(turn.State.Identity.Resolve(conversation.Atom)).Select(turn.State.Profiles.Find).OfType<ProfileState>(), turn.Rules.Profiles);
}
