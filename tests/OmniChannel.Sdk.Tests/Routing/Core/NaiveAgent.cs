using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

internal sealed class NaiveAgent
{
    public required int Index { get; init; }

    public required WorkAgentOptions Options { get; init; }

    public int Present { get; set; }

    public long Turn { get; set; }

    public long IdleSince { get; set; }

    public bool WasOpen { get; set; }

    public int Heavy { get; set; }

    public long ReliefUntil { get; set; } = long.MaxValue;

    public long ShiftEnd { get; set; } = long.MaxValue;

    public bool ShiftOver { get; set; }

    /// <summary>Work that is offered to, held by or wrapped up by the agent.</summary>
    public List<NaiveWork> Load { get; } = [];

    /// <summary>Work reserved for the agent, the latest first.</summary>
    public List<NaiveWork> Reserved { get; } = [];

    /// <summary>Work offered to the agent, the latest first.</summary>
    public List<NaiveWork> Offers { get; } = [];

    public bool Has(SkillNeed need)
    {
        var level = Options.Skills.FirstOrDefault(s => s.Skill == need.Skill)?.Level ?? 0;
        return level >= need.Min && level <= need.Max;
    }
}
