namespace OmniChannel.Routing;

/// <summary>Whether an agent takes work.</summary>
public enum Presence
{
    /// <summary>Not signed in.</summary>
    Offline,

    /// <summary>Takes work.</summary>
    Available,

    /// <summary>Signed in, takes no new work.</summary>
    Away,
}
