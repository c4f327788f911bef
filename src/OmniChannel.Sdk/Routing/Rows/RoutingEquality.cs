namespace OmniChannel.Routing.Rows;

/// <summary>Whether an agent who signs in is there already, with the same profile; lists are compared by value.</summary>
internal static class RoutingEquality
{
    public static bool Same(AgentSnapshot left, AgentSnapshot right) =>
        left.Presence == right.Presence
        && left.Profile.Skills.SequenceEqual(right.Profile.Skills)
        && left.Profile.Teams.SequenceEqual(right.Profile.Teams)
        && (left.Profile.Channels is null) == (right.Profile.Channels is null)
        && (left.Profile.Channels ?? []).SequenceEqual(right.Profile.Channels ?? [])
        && (left.Profile.TakesFrom is null) == (right.Profile.TakesFrom is null)
        && (left.Profile.TakesFrom ?? []).SequenceEqual(right.Profile.TakesFrom ?? [])
        && WithoutLists(left.Profile) == WithoutLists(right.Profile);

    private static AgentProfile WithoutLists(AgentProfile profile) => profile with { Skills = [], Teams = [], Channels = null, TakesFrom = null };
}
