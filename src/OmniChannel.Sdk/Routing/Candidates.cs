using System.Globalization;

namespace OmniChannel.Routing;

/// <summary>Who can take an item, and the explanation of the choice: counts after each filter, the winner, and what it was chosen by.</summary>
internal static class Candidates
{
    public static (AgentId Agent, Explanation Why)? Best(
        WorkItemSnapshot item, QueueOptions queue, IEnumerable<AgentSnapshot> agents, Dictionary<AgentId, int> load, DateTimeOffset at)
    {
        int present = 0, skilled = 0, free = 0;
        AgentSnapshot? best = null;
        AgentSnapshot? preferred = null;
        foreach (var agent in agents)
        {
            if (agent.Presence != Presence.Available)
            {
                continue;
            }

            present++;
            if (item.Preferred == agent.Profile.Id && Fits(item, agent, load, at))
            {
                preferred = agent;
            }

            if (!HasSkills(agent, queue))
            {
                continue;
            }

            skilled++;
            if (!Fits(item, agent, load, at))
            {
                continue;
            }

            free++;
            if (best is null || Order(agent).CompareTo(Order(best)) < 0)
            {
                best = agent;
            }
        }

        if (preferred is not null)
        {
            return (preferred.Profile.Id, Why("routing.preferred", item, queue, preferred, at, present, skilled, free));
        }

        var waitsForPreferred = item.PreferredUntil > at;
        return best is null || waitsForPreferred ? null : (best.Profile.Id, Why("routing.longest-idle", item, queue, best, at, present, skilled, free));
    }

    public static Explanation WhyWaiting(
        WorkItemSnapshot item, QueueOptions queue, IEnumerable<AgentSnapshot> agents, Dictionary<AgentId, int> load, DateTimeOffset at)
    {
        var present = agents.Where(a => a.Presence == Presence.Available).ToList();
        var skilled = present.Where(a => HasSkills(a, queue)).ToList();
        var code = present.Count == 0 ? "routing.nobody-present"
            : skilled.Count == 0 ? "routing.nobody-skilled"
            : item.PreferredUntil > at ? "routing.waits-for-preferred"
            : skilled.TrueForAll(a => !Room(item, a, load)) ? "routing.all-busy"
            : "routing.all-declined";
        return Explanation.Of(
            code,
            ("queue", queue.Name.Value),
            ("skills", Skills(queue)),
            ("agent", item.Preferred.Value),
            ("present", Number(present.Count)),
            ("skilled", Number(skilled.Count)));
    }

    public static bool HasSkills(AgentSnapshot agent, QueueOptions queue) =>
        queue.Skills.All(needed => agent.Profile.Skills.Any(s => s.Skill == needed.Skill && s.Level >= needed.Level));

    private static bool Fits(WorkItemSnapshot item, AgentSnapshot agent, Dictionary<AgentId, int> load, DateTimeOffset at) =>
        Room(item, agent, load)
        && (item.Medium != ChannelMedium.Voice || agent.Profile.Phone is not null)
        && !item.Cooldowns.Any(c => c.Agent == agent.Profile.Id && c.Until > at);

    private static bool Room(WorkItemSnapshot item, AgentSnapshot agent, Dictionary<AgentId, int> load) =>
        load.GetValueOrDefault(agent.Profile.Id) + item.Weight <= agent.Profile.Capacity;

    private static (DateTimeOffset IdleSince, string Id) Order(AgentSnapshot agent) => (agent.IdleSince, agent.Profile.Id.Value);

    private static Explanation Why(
        string code, WorkItemSnapshot item, QueueOptions queue, AgentSnapshot agent, DateTimeOffset at, int present, int skilled, int free) =>
        Explanation.Of(
            code,
            ("agent", agent.Profile.DisplayName),
            ("queue", queue.Name.Value),
            ("skills", Skills(queue)),
            ("present", Number(present)),
            ("skilled", Number(skilled)),
            ("free", Number(free)),
            ("idle", Number((long)(at - agent.IdleSince).TotalSeconds)),
            ("waited", Number((long)(at - item.CreatedAt).TotalSeconds)));

    private static string Skills(QueueOptions queue) =>
        queue.Skills.Count == 0 ? "-" : string.Join(", ", queue.Skills.Select(s => s.Level > 1 ? $"{s.Skill} {s.Level}+" : s.Skill));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
