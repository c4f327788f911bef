namespace OmniChannel.Engagement.Inbound;

/// <summary>Says in the conversation that we know now who this is, once; and joins what turned out to be one customer's.</summary>
internal static class RecognisedStep
{
    public static ConversationState Run(Turn turn, ConversationState conversation)
    {
        var customer = turn.State.Identity.Resolve(conversation.Atom);
        var joined = ConversationStep.Join(turn, customer) ?? conversation;
        if (turn.State.Identity.AtomsOf(customer).Count > 1 && joined.RecognisedAs != customer.ToString())
        {
            turn.Entry(joined, new()
            {
                Conversation = default,
                Sequence = 0,
                Time = turn.Now,
                Kind = EntryKind.Recognised,
                Detail = customer.ToString(),
                Reason = Explanation.Of("customer.recognised"),
            });
        }

        return turn.Current(joined);
    }
}
