using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Model;

/// <summary>A skill with the levels that will do.</summary>
[Experimental("OMNI001")]
public sealed record SkillNeed
{
    /// <summary>The skill's name.</summary>
    public required string Skill { get; init; }

    /// <summary>The least level.</summary>
    /// <value>Default 1.</value>
    public int Min { get; init; } = 1;

    /// <summary>The highest level.</summary>
    /// <value>Default no limit.</value>
    public int Max { get; init; } = int.MaxValue;
}
