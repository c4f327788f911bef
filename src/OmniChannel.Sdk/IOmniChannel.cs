namespace OmniChannel;

/// <summary>
/// The front door to a workspace, injected anywhere; each part is also injectable on its own. Thread-safe. Commands end after the commit, reads
/// see committed state.
/// </summary>
public interface IOmniChannel
{
    /// <summary>Conversations and their timelines.</summary>
    IConversations Conversations { get; }

    /// <summary>Customers: who they are, and what we know of them.</summary>
    ICustomers Customers { get; }

    /// <summary>Messages that the application sends.</summary>
    IMessages Messages { get; }

    /// <summary>What agents do.</summary>
    IAgents Agents { get; }

    /// <summary>Queues, and why work goes where it goes.</summary>
    IRouting Routing { get; }

    /// <summary>What happens, as it happens.</summary>
    IEvents Events { get; }

    /// <summary>The way in for channels.</summary>
    IInbound Inbound { get; }

    /// <summary>Another workspace.</summary>
    /// <exception cref="ArgumentException">No channel account belongs to it.</exception>
    IOmniChannel Workspace(WorkspaceId workspace);
}
