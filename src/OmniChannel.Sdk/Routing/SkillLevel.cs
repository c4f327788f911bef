using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing;

/// <summary>A skill with the level held or the least level needed.</summary>
public sealed record SkillLevel
{
    /// <summary>Makes a level, to be filled.</summary>
    public SkillLevel()
    {
    }

    // What JSON leaves out has its default here; an init member would be 0.
    [JsonConstructor]
    [SetsRequiredMembers]
    internal SkillLevel(string skill, int level = 1) => (Skill, Level) = (skill, level);

    /// <summary>The skill, compared ordinally.</summary>
    public required string Skill { get; init; }

    /// <summary>The level, from 1.</summary>
    /// <value>Default 1.</value>
    public int Level { get; init; } = 1;
}
