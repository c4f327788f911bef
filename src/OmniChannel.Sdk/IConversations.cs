using OmniChannel.Conversations;

namespace OmniChannel;

/// <summary>Conversations and their timelines.</summary>
public interface IConversations
{
    /// <summary>All that an agent should see of a conversation, or null when it is unknown or no longer in memory.</summary>
    Task<ConversationView?> GetAsync(ConversationId conversation, Locale locale, CancellationToken cancellationToken = default);

    /// <summary>The timeline by the time things happened, ties by sequence; with what was joined.</summary>
    IAsyncEnumerable<TimelineEntry> TimelineAsync(ConversationId conversation, CancellationToken cancellationToken = default);

    /// <summary>Open conversations whose customer has waited longer than a time for a word of ours, the longest first.</summary>
    IReadOnlyList<UnansweredConversation> Unanswered(TimeSpan longerThan);
}
