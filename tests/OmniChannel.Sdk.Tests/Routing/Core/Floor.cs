using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

/// <summary>A core with its buffer and a clock, for tests that tell a story.</summary>
internal sealed class Floor(RoutingOptions options)
{
    public RoutingCore Core { get; } = new(options);

    public WorkFacts Facts { get; } = new();

    public long Now { get; set; }

    public IEnumerable<WorkFactKind> Kinds => Facts.Span.ToArray().Select(f => f.Kind);

    public static WorkAgentOptions Agent(params string[] skills) => new()
    {
        Skills = [.. skills.Select(s => s.Split(':')).Select(s => new SkillLevel { Skill = s[0], Level = s.Length > 1 ? int.Parse(s[1], System.Globalization.CultureInfo.InvariantCulture) : 1 })],
    };

    public static WorkRequirementOptions Needs(params string[] skills) => new() { Required = [.. skills.Select(s => new SkillNeed { Skill = s })] };

    public Floor Present(params int[] agents)
    {
        foreach (var agent in agents)
        {
            Now++;
            Core.SetPresence(new(agent), present: true, Now, Facts);
        }

        return this;
    }

    public WorkHandle Enqueue(WorkRequest request = default)
    {
        Facts.Clear();
        return Core.Enqueue(request, Now, Facts);
    }

    public int AgentOf(WorkHandle work) => Core.Item(work).Agent.Index;

    public int Complete(WorkHandle work)
    {
        Facts.Clear();
        Core.Complete(work, RoutingCore.AnyEpoch, Now, Facts);
        return Core.Waiting;
    }
}
