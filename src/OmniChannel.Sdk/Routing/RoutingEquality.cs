namespace OmniChannel.Routing;

/// <summary>Equality of snapshots by value, lists included.</summary>
internal static class RoutingEquality
{
    public static bool Same(AgentSnapshot left, AgentSnapshot right) =>
        left.Presence == right.Presence
        && left.IdleSince == right.IdleSince
        && left.Profile.Skills.SequenceEqual(right.Profile.Skills)
        && left.Profile with { Skills = [] } == right.Profile with { Skills = [] };
}
