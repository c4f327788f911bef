using OmniChannel.Routing;

namespace OmniChannel.AspNetCore.Agents;

/// <summary>A change of presence.</summary>
internal sealed record PresenceBody
{
    /// <summary>The presence.</summary>
    public required Presence Presence { get; set; }
}
