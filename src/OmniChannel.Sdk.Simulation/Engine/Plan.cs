using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Engine;

/// <summary>A scenario as arrays: classes, groups and agents by number. Read-only, shared by all replications.</summary>
internal sealed class Plan
{
    public Plan(Scenario scenario, RecordedContact[]? recorded = null)
    {
        Scenario = scenario;
        Recorded = recorded;
        Times = [.. scenario.ServiceLevelTimes];
        Classes = [.. scenario.Classes.Select(c => scenario.ChannelOf(c) is { } channel ? c with { Weight = channel.Weight } : c)];
        Groups = [.. scenario.Agents];
        FirstAgent = new int[Groups.Length + 1];
        for (var g = 0; g < Groups.Length; g++)
        {
            FirstAgent[g + 1] = FirstAgent[g] + Groups[g].Count;
        }

        GroupOf = [.. Groups.SelectMany((group, g) => Enumerable.Repeat(g, group.Count))];
        Speed = new double[Classes.Length * Groups.Length];
        for (var c = 0; c < Classes.Length; c++)
        {
            for (var g = 0; g < Groups.Length; g++)
            {
                Speed[(c * Groups.Length) + g] = 1 / Groups[g].RateFor(Classes[c].Name);
            }
        }

        TypicalService = Classes.Select((work, c) => Groups.Select((group, g) => (group, g))
            .Where(x => x.group.Count > 0 && CanServe(scenario, x.group, work)).Max(x => work.Service.TrueMean * Speed[(c * Groups.Length) + x.g])).ToArray();
    }

    public Scenario Scenario { get; }

    /// <summary>True when contacts of some class are offered; the others are accepted at once.</summary>
    public bool Offers => Scenario.Classes.Any(c => c.Offer is not null);

    /// <summary>The contacts of a recorded day, which take the place of drawn ones; null otherwise.</summary>
    public RecordedContact[]? Recorded { get; }

    public WorkClass[] Classes { get; }

    public AgentGroup[] Groups { get; }

    public double[] Times { get; }

    /// <summary>The number of each group's first agent, and the number of agents at the end.</summary>
    public int[] FirstAgent { get; }

    public int[] GroupOf { get; }

    /// <summary>By class and group: what a drawn duration is multiplied by.</summary>
    public double[] Speed { get; }

    /// <summary>By class: the longest mean service it may get.</summary>
    public double[] TypicalService { get; }

    /// <summary>Arrivals that will be counted in one run: those asked for, or what sources that end have after the warm-up.</summary>
    public long CountedArrivals => Classes.All(c => c.Arrivals.Kind == ArrivalKind.Replay)
        ? Math.Clamp(Classes.Sum(c => (long)c.Arrivals.Times.Count) - Scenario.Warmup, 1, Scenario.Arrivals)
        : Scenario.Arrivals;

    /// <summary>Whether agents of a group can serve a class, at once or after a wait.</summary>
    public static bool CanServe(Scenario scenario, AgentGroup group, WorkClass work) =>
        (scenario.ChannelOf(work)?.Weight ?? work.Weight) <= group.Capacity && (work.Channel is null || group.Limits.GetValueOrDefault(work.Channel, 1) > 0)
        && (Has(group, work.Skills, work.Groups) || work.Rings.Any(ring => Has(group, ring.Skills, ring.Groups)));

    private static bool Has(AgentGroup group, IReadOnlyDictionary<string, int> skills, IReadOnlyList<string>? groups) =>
        (groups is null || groups.Contains(group.Name)) && skills.All(s => group.Skills.GetValueOrDefault(s.Key) >= s.Value);
}
