namespace OmniChannel.Conversations;

/// <summary>What an entry of a timeline says of a hand-off.</summary>
public sealed record HandOffEvent
{
    /// <summary>What happened.</summary>
    public required HandOffStep Step { get; init; }

    /// <summary>The agent who did it, or was asked; empty for none.</summary>
    public AgentId Agent { get; init; }

    /// <summary>The bot that did it; empty for none.</summary>
    public BotName Bot { get; init; }

    /// <summary>The queue that it is in from then on; empty where the step changes none.</summary>
    public QueueName Queue { get; init; }

    /// <summary>Why, as a stable word: the bot's reason for <see cref="HandOffStep.Requested"/>, else empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Reads an entry.</summary>
    /// <returns>Null for an entry that is no step of a hand-off.</returns>
    public static HandOffEvent? Of(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (HandOffSteps.Of(entry.Kind, entry.Author, entry.Detail) is not { } step)
        {
            return null;
        }

        return new()
        {
            Step = step,
            Agent = entry is { Author: ParticipantKind.Agent, AuthorId: { Length: > 0 } agent } ? new(agent) : default,
            Bot = entry is { Author: ParticipantKind.Bot, AuthorId: { Length: > 0 } bot } ? new(bot) : default,
            Queue = entry.Reason?.Arguments.GetValueOrDefault("queue") is { Length: > 0 } queue && step != HandOffStep.Accepted ? new(queue) : default,
            Reason = step == HandOffStep.Requested ? entry.Detail : "",
        };
    }
}
