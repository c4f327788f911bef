using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Model;

/// <summary>What is asked after a wait, in place of what was asked before.</summary>
[Experimental("OMNI001")]
public sealed class WorkRingOptions
{
    /// <summary>Ticks after the work came into the queue; larger than that of the ring before.</summary>
    public required long After { get; init; }

    /// <summary>Skills an agent must have from then on.</summary>
    public IList<SkillNeed> Required { get; init => field = value ?? []; } = [];

    /// <summary>Skills an agent should have from then on.</summary>
    public IList<SkillNeed> Preferred { get; init => field = value ?? []; } = [];

    /// <summary>Teams from then on, in the order to try them; empty means everybody.</summary>
    public IList<string> Teams { get; init => field = value ?? []; } = [];
}
