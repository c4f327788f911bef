namespace OmniChannel.Routing;

/// <summary>A skill with the level held or the least level needed.</summary>
public sealed record SkillLevel
{
    /// <summary>The skill, compared ordinally.</summary>
    public required string Skill { get; init; }

    /// <summary>The level, from 1.</summary>
    /// <value>Default 1.</value>
    public int Level { get; init; } = 1;
}
