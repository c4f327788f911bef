namespace OmniChannel.Engagement.Handoff;

/// <summary>
/// A queue position and an expected wait: the place times the usual handling time, shared by the agents who could serve the queue. The usual
/// handling time is three minutes until the routing core measures it.
/// </summary>
internal static class WaitEstimate
{
    private static readonly TimeSpan UsualHandling = TimeSpan.FromMinutes(3);

    public static WaitCommand Of(WorkLedger routing, WorkItemSnapshot item, Locale locale)
    {
        var position = routing.PositionOf(item.Id);
        var agents = routing.AgentsFor(item.Queue);
        return new()
        {
            Locale = locale,
            Position = position,
            ExpectedWait = position is { } place && agents > 0 ? UsualHandling * place / agents : null,
        };
    }
}
