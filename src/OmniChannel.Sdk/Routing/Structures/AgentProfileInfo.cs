namespace OmniChannel.Routing.Structures;

/// <summary>A distinct set of skills, levels and teams among agents.</summary>
internal sealed class AgentProfileInfo(int[] levels, HashSet<int> teams)
{
    public int Level(int skill) => levels[skill];

    public bool Has(Trait trait) => trait.Team >= 0
        ? teams.Contains(trait.Team)
        : levels[trait.Skill] >= trait.Min && levels[trait.Skill] <= trait.Max;
}
