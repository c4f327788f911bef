using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Model;

/// <summary>What work asks of an agent.</summary>
[Experimental("OMNI001")]
public sealed class WorkRequirementOptions
{
    /// <summary>The channel's name.</summary>
    /// <value>Null means the first channel.</value>
    public string? Channel { get; set; }

    /// <summary>Skills an agent must have, all of them.</summary>
    public IList<SkillNeed> Required { get; init => field = value ?? []; } = [];

    /// <summary>Skills an agent should have: those who have all of them are asked before others.</summary>
    public IList<SkillNeed> Preferred { get; init => field = value ?? []; } = [];

    /// <summary>Skills an agent must not have.</summary>
    public IList<SkillNeed> Excluded { get; init => field = value ?? []; } = [];

    /// <summary>Teams in the order to try them: a later one gets new work only when nobody of an earlier one can take it.</summary>
    /// <value>Empty means everybody alike.</value>
    public IList<string> Teams { get; init => field = value ?? []; } = [];

    /// <summary>How the requirement relaxes while work waits, in order of time.</summary>
    public IList<WorkRingOptions> Rings { get; init => field = value ?? []; } = [];

    /// <summary>The same for work of a channel, unless it names one of its own.</summary>
    internal WorkRequirementOptions Of(string channel) => new()
    {
        Channel = Channel ?? channel,
        Required = Required,
        Preferred = Preferred,
        Excluded = Excluded,
        Teams = Teams,
        Rings = Rings,
    };

    /// <summary>The same of one team only, at every ring.</summary>
    internal WorkRequirementOptions For(string team) => new()
    {
        Channel = Channel,
        Required = Required,
        Preferred = Preferred,
        Excluded = Excluded,
        Teams = [team],
        Rings = [.. Rings.Select(r => new WorkRingOptions { After = r.After, Required = r.Required, Preferred = r.Preferred, Teams = [team] })],
    };
}
