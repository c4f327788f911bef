using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Model;

/// <summary>A skill with the levels that will do.</summary>
[Experimental("OMNI001")]
public sealed record SkillNeed
{
    /// <summary>Makes a need, to be filled.</summary>
    public SkillNeed()
    {
    }

    // What JSON leaves out has its default here; init members would be 0.
    [JsonConstructor]
    [SetsRequiredMembers]
    internal SkillNeed(string skill, int min = 1, int max = int.MaxValue) => (Skill, Min, Max) = (skill, min, max);

    /// <summary>The skill's name.</summary>
    public required string Skill { get; init; }

    /// <summary>The least level.</summary>
    /// <value>Default 1.</value>
    public int Min { get; init; } = 1;

    /// <summary>The highest level.</summary>
    /// <value>Default no limit.</value>
    public int Max { get; init; } = int.MaxValue;
}
