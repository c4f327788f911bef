namespace OmniChannel.Routing.Policies;

/// <summary>How one of the eligible agents is found.</summary>
internal enum AgentChoice
{
    /// <summary>The first in order.</summary>
    First,

    /// <summary>The first in order among those whose load is the smallest part of their capacity.</summary>
    LeastLoaded,

    /// <summary>The one with the largest score.</summary>
    Score,
}
