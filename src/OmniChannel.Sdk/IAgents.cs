using OmniChannel.Content;
using OmniChannel.Routing;

namespace OmniChannel;

/// <summary>What agents do. Refusals (an offer that is gone, a conversation that changed hands) are decisions, not exceptions.</summary>
/// <remarks>An epoch is the assignment epoch that the agent saw; null acts on whatever the agent holds now.</remarks>
public interface IAgents
{
    /// <summary>Signs an agent in, or replaces the profile.</summary>
    /// <exception cref="ArgumentException">The profile has no name, a skill that is null, or a phone that is neither <c>tel:</c> with E.164 nor <c>sip:</c>.</exception>
    Task<Decision> SignInAsync(AgentProfile profile, Presence presence = Presence.Available, CancellationToken cancellationToken = default);

    /// <summary>Changes presence.</summary>
    Task<Decision> SetPresenceAsync(AgentId agent, Presence presence, CancellationToken cancellationToken = default);

    /// <summary>Takes an offer; a call is connected to the phone of the agent's record. Of two who try, one gets it.</summary>
    Task<Decision> AcceptAsync(AgentId agent, WorkOfferId offer, CancellationToken cancellationToken = default);

    /// <summary>Declines an offer.</summary>
    Task<Decision> DeclineAsync(AgentId agent, WorkOfferId offer, CancellationToken cancellationToken = default);

    /// <summary>Takes the most urgent work that the agent can do, from queues that agents take from themselves (<c>Pull</c>) too; it is theirs at once. The
    /// decision names the conversation.</summary>
    Task<Decision> PullAsync(AgentId agent, CancellationToken cancellationToken = default);

    /// <summary>Takes a conversation that waits, whatever the agent's skills; it is theirs at once. Presence and room are asked.</summary>
    Task<Decision> ClaimAsync(AgentId agent, ConversationId conversation, CancellationToken cancellationToken = default);

    /// <summary>Says something to the customer, where they can be reached.</summary>
    Task<Decision> ReplyAsync(AgentId agent, ConversationId conversation, MessageContent content, long? epoch = null, CancellationToken cancellationToken = default);

    /// <summary>Leaves a private note, which no customer ever sees.</summary>
    Task<Decision> NoteAsync(AgentId agent, ConversationId conversation, string text, CancellationToken cancellationToken = default);

    /// <summary>Passes the conversation to a colleague or a queue; it keeps its age and everything known.</summary>
    Task<Decision> TransferAsync(AgentId agent, ConversationId conversation, TransferTarget target, long? epoch = null, CancellationToken cancellationToken = default);

    /// <summary>Passes it up.</summary>
    Task<Decision> EscalateAsync(AgentId agent, ConversationId conversation, long? epoch = null, CancellationToken cancellationToken = default);

    /// <summary>Gives it back to its queue.</summary>
    Task<Decision> ReleaseAsync(AgentId agent, ConversationId conversation, long? epoch = null, CancellationToken cancellationToken = default);

    /// <summary>Closes it.</summary>
    Task<Decision> CloseAsync(AgentId agent, ConversationId conversation, long? epoch = null, CancellationToken cancellationToken = default);

    /// <summary>Decides about a message in the agent's conversation of which nobody knows whether the provider took it: send it again, or take it as sent.</summary>
    Task<Decision> ResolveMessageAsync(AgentId agent, MessageId message, bool sendAgain, CancellationToken cancellationToken = default);

    /// <summary>Everything on an agent's desk now: offers and conversations by urgency, colleagues, queues.</summary>
    Task<DeskView> DeskAsync(AgentId agent, Locale locale, CancellationToken cancellationToken = default);

    /// <summary>The desk again after each change that concerns it; each item is whole.</summary>
    IAsyncEnumerable<DeskView> WatchDeskAsync(AgentId agent, Locale locale, CancellationToken cancellationToken = default);
}
