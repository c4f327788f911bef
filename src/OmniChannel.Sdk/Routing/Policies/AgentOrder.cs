namespace OmniChannel.Routing.Policies;

/// <summary>When an agent goes to the end of the order.</summary>
internal enum AgentOrder
{
    /// <summary>When the agent gets work or holds nothing any more.</summary>
    LongestIdle,

    /// <summary>Only when the agent gets work.</summary>
    RoundRobin,
}
