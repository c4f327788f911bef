namespace OmniChannel.Engagement.Handoff;

/// <summary>
/// A queue position and an expected wait: how long work of the queue took lately to come to agents, times the place. Before that was seen
/// twice, three minutes for each, shared by the agents who could take it.
/// </summary>
internal static class WaitEstimate
{
    private static readonly TimeSpan UsualHandling = TimeSpan.FromMinutes(3);

    public static WaitCommand Of(Turn turn, WorkItemSnapshot item, Locale locale)
    {
        var routing = turn.State.Routing;
        var position = routing.PositionOf(item, turn.Now);
        return new()
        {
            Locale = locale,
            Position = position,
            ExpectedWait = position is { } place ? routing.EstimatedWait(item, turn.Now) ?? Usual(place, routing.AgentsFor(item, turn.Now)) : null,
        };
    }

    private static TimeSpan? Usual(int place, int agents) => agents > 0 ? UsualHandling * place / agents : null;
}
