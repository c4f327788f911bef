using OmniChannel.Routing.Model;

namespace OmniChannel.Routing;

/// <summary>
/// The floor all benchmarks share: 64 skills, eight of them per agent, every agent different; a quarter of the agents busy for good and
/// a quarter busy with the work that comes and goes, so that half are idle; work needs one to three skills; a backlog needs skills that only
/// those have who are busy for good.
/// </summary>
internal sealed class RoutingScene
{
    public const int Skills = 64;
    public const int Common = 48;
    private const int Shapes = 500;

    public RoutingScene(int agents, bool levels)
    {
        var random = new Random(1);
        Agents = [.. Enumerable.Range(0, agents).Select(a => Draw(random, 8, IsBusy(a) ? Skills : Common)
            .Select(s => (s, levels ? 1 + random.Next(5) : 1)).ToArray())];
        Needs = [.. Enumerable.Range(0, Shapes).Select(i => Draw(random, 1 + (i % 3), Common).Select(s => (s, levels ? 1 + random.Next(3) : 1)).ToArray())];
        Scarce = [.. Enumerable.Range(0, 100).Select(i => Draw(random, 1, Skills - Common).Select(s => (s + Common, 1)).ToArray())];
    }

    /// <summary>Skills with levels by agent.</summary>
    public (int Skill, int Level)[][] Agents { get; }

    /// <summary>What new work asks for.</summary>
    public (int Skill, int Level)[][] Needs { get; }

    /// <summary>What the backlog asks for.</summary>
    public (int Skill, int Level)[][] Scarce { get; }

    public static bool IsBusy(int agent) => agent % 4 == 0;

    public static string Name(int skill) => $"skill-{skill}";

    public RoutingOptions Options(bool offers, bool explain) => new()
    {
        DirectAssign = !offers,
        Explain = explain,
        Skills = [.. Enumerable.Range(0, Skills).Select(Name)],
        Queues = [new() { Name = "all", OfferTimeout = 300_000_000 }],
        Agents = [.. Agents.Select(skills => new WorkAgentOptions { Skills = [.. skills.Select(s => new SkillLevel { Skill = Name(s.Skill), Level = s.Level })] })],
    };

    public static WorkRequirementOptions Requirement((int Skill, int Level)[] needs) =>
        new() { Required = [.. needs.Select(n => new SkillNeed { Skill = Name(n.Skill), Min = n.Level })] };

    private static List<int> Draw(Random random, int count, int of)
    {
        var drawn = new SortedSet<int>();
        while (drawn.Count < count)
        {
            drawn.Add(random.Next(of));
        }

        return [.. drawn];
    }
}
