namespace OmniChannel.Routing.Rows;

/// <summary>Routing as one would do it by hand on a list: slow, obvious, and the judge of the core.</summary>
internal sealed class RoutingModel
{
    public Dictionary<string, (string[] Skills, int Capacity, Presence Presence, DateTimeOffset? ShiftEnd)> Agents { get; } = [];

    public Dictionary<long, WorkItemSnapshot> Work { get; } = [];

    /// <summary>Load of an agent: what they hold and what rings at them.</summary>
    public int Load(string agent) => Work.Values.Where(w => w.Carriers().Any(a => a.Value == agent)).Sum(w => w.Weight);

    /// <summary>Who could be offered an item now.</summary>
    public IEnumerable<string> Able(WorkItemSnapshot item, QueueOptions queue, DateTimeOffset at) => Agents
        .Where(a => a.Value.Presence == Presence.Available && !(a.Value.ShiftEnd <= at))
        .Where(a => queue.Skills.All(s => a.Value.Skills.Contains(s.Skill)))
        .Where(a => Load(a.Key) + item.Weight <= a.Value.Capacity)
        .Where(a => !item.Cooldowns.Any(c => c.Agent.Value == a.Key && c.Until > at))
        .Select(a => a.Key);
}
