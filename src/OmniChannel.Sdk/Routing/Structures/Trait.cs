namespace OmniChannel.Routing.Structures;

/// <summary>Something that is true or not of an agent: a skill within a range of levels, or membership of a team. Requirements are sets of these.</summary>
internal readonly record struct Trait(int Skill, int Min, int Max, int Team)
{
    public static Trait OfTeam(int team) => new(-1, 0, 0, team);

    public static Trait OfSkill(int skill, int min, int max) => new(skill, min, max, -1);
}
