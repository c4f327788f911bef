namespace OmniChannel.Engagement;

/// <summary>What a bot knows when it is asked.</summary>
public sealed record BotTurn
{
    /// <summary>The conversation.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>Why it is asked.</summary>
    public required BotTrigger Trigger { get; init; }

    /// <summary>What the customer said, also what they began with; null where nobody said anything. A reply to the last choice has become a <see cref="ChoiceReplyContent"/>.</summary>
    public MessageContent? Message { get; init; }

    /// <summary>How people use the channel that the customer is on.</summary>
    public ChannelMedium Medium { get; init; }

    /// <summary>The customer's language.</summary>
    public Locale Locale { get; init; }

    /// <summary>What was collected so far in the conversation, by anybody.</summary>
    public IReadOnlyDictionary<string, string> Slots { get; init; } = new Dictionary<string, string>();

    /// <summary>The customer's name, once proved; null before.</summary>
    public PersonName? CustomerName { get; init; }

    /// <summary>What the customer wants, in one line, where somebody knows; null otherwise.</summary>
    public string? OpenQuestion { get; init; }

    /// <summary>How many people could have the conversation: signed in and available, with the skills of the queue it would go to, while that is open.
    /// They may be busy. With 0, self-service is kinder than a hand-off that waits.</summary>
    public int PeopleAvailable { get; init; }

    /// <summary>The agent who passed the conversation to the bot; empty when the bot greets.</summary>
    public AgentId HandedBy { get; init; }

    /// <summary>What <see cref="BotReply.State"/> was last time; null on the first turn.</summary>
    public string? State { get; init; }
}
