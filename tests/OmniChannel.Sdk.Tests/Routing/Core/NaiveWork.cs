using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

internal sealed class NaiveWork
{
    public required int Index { get; init; }

    public required int Generation { get; init; }

    public required long Since { get; init; }

    public required long Sequence { get; init; }

    public required bool Heavy { get; init; }

    public required int Queue { get; set; }

    public required int Class { get; set; }

    public required WorkRequirementOptions Requirement { get; set; }

    public required long QueuedAt { get; set; }

    public int Preferred { get; set; } = -1;

    public long PreferredUntil { get; set; } = long.MinValue;

    public int Stage { get; set; }

    public int Refusals { get; set; }

    public WorkPhase Phase { get; set; } = WorkPhase.Waiting;

    public int Agent { get; set; } = -1;

    public long Until { get; set; }

    /// <summary>The latest first.</summary>
    public List<int> Offers { get; } = [];

    /// <summary>The latest first.</summary>
    public List<(int Agent, long Until)> Cooldowns { get; } = [];

    public IList<SkillNeed> Required => RequiredAt(Stage);

    public IList<SkillNeed> Wanted => Stage == 0 ? Requirement.Preferred : Requirement.Rings[Stage - 1].Preferred;

    public IList<string> Teams => TeamsAt(Stage);

    public IList<SkillNeed> RequiredAt(int stage) => stage == 0 ? Requirement.Required : Requirement.Rings[stage - 1].Required;

    public IList<string> TeamsAt(int stage) => stage == 0 ? Requirement.Teams : Requirement.Rings[stage - 1].Teams;
}
