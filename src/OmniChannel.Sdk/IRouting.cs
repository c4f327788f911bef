using OmniChannel.Routing;

namespace OmniChannel;

/// <summary>Queues, and why work goes where it goes.</summary>
public interface IRouting
{
    /// <summary>The queues there are.</summary>
    IReadOnlyList<QueueName> Queues => [];

    /// <summary>Why a conversation went to its agent, or why it still waits.</summary>
    Task<Explanation> ExplainAsync(ConversationId conversation, CancellationToken cancellationToken = default);

    /// <summary>What a supervisor looks at.</summary>
    FloorView Floor();
}
