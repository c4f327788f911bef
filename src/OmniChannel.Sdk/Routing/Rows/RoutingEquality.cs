namespace OmniChannel.Routing.Rows;

/// <summary>Whether an agent who signs in is there already, with the same profile; lists are compared by value.</summary>
internal static class RoutingEquality
{
    public static bool Same(AgentSnapshot left, AgentSnapshot right) =>
        left.Presence == right.Presence
        && left.Profile.Skills.SequenceEqual(right.Profile.Skills)
        && left.Profile.Teams.SequenceEqual(right.Profile.Teams)
        && left.Profile with { Skills = [], Teams = [] } == right.Profile with { Skills = [], Teams = [] };
}
