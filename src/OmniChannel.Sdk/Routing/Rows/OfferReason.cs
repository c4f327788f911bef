using System.Globalization;

namespace OmniChannel.Routing.Rows;

/// <summary>Why an agent was chosen, by names: what the offer says.</summary>
internal static class OfferReason
{
    public static Explanation Of(WorkspaceRouting routing, WorkItemSnapshot item, in WorkFact fact, DateTimeOffset now)
    {
        var agent = routing.AgentAt(fact.Agent);
        var queue = routing.Setup.QueueAt(fact.Queue);
        var reason = (RoutingReason)fact.Value;
        return Explanation.Of(
            reason == RoutingReason.Chosen ? routing.Setup.Options.Policy.Code : "routing." + reason.Word(),
            ("agent", agent.Profile.DisplayName),
            ("queue", queue.Value),
            ("skills", Skills(routing.Setup, fact.Queue)),
            ("present", Number(fact.Present)),
            ("skilled", Number(fact.Skilled)),
            ("free", Number(fact.Free)),
            ("runner-up", fact.RunnerUp < 0 ? "" : routing.AgentAt(fact.RunnerUp).Profile.DisplayName),
            ("idle", Number((long)(now - agent.IdleSince).TotalSeconds)),
            ("waited", Number((long)(now - item.CreatedAt).TotalSeconds)));
    }

    public static string Skills(RoutingSetup setup, int queue)
    {
        var needs = setup.Options.Queues[queue].Requirement.Required;
        return needs.Count == 0 ? "-" : string.Join(", ", needs.Select(n => n.Min > 1 ? $"{n.Skill} {n.Min}+" : n.Skill));
    }

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
