using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Model;

/// <summary>What an agent, human or bot, can do.</summary>
[Experimental("OMNI001")]
public sealed class WorkAgentOptions
{
    /// <summary>Skills with levels.</summary>
    public IList<SkillLevel> Skills { get; init => field = value ?? []; } = [];

    /// <summary>Teams the agent belongs to.</summary>
    public IList<string> Teams { get; init => field = value ?? []; } = [];

    /// <summary>Units of work the agent holds at once.</summary>
    /// <value>Default 1.</value>
    public int Capacity { get; set; } = 1;

    /// <summary>Most items of a channel by its name, where less than the channel's own limit.</summary>
    public IDictionary<string, int> Limits { get; init => field = value ?? new Dictionary<string, int>(); } = new Dictionary<string, int>();

    /// <summary>Most offers open at once.</summary>
    /// <value>Default 255.</value>
    public int MaxOffers { get; set; } = 255;

    /// <summary>Heavy items after which the agent gets a break of <see cref="ReliefFor"/> ticks.</summary>
    /// <value>Default 0: never.</value>
    public int ReliefAfter { get; set; }

    /// <summary>Ticks of the break after heavy work.</summary>
    /// <value>Default 0.</value>
    public long ReliefFor { get; set; }

    /// <summary>True: nothing is given to the agent, who takes work themselves (<see cref="RoutingCore.Pull"/>, <see cref="RoutingCore.Claim"/>) as far as there is
    /// room. For people who help out now and then; they are not counted among those who could be given work.</summary>
    public bool OnlyTakes { get; set; }

    /// <summary>Names of the queues from which the agent may pull and claim.</summary>
    /// <value>Null means all; empty means none.</value>
    public IList<string>? TakesFrom { get; set; }

    /// <summary>How fast the agent serves, for policies that weigh it.</summary>
    /// <value>Default 1.</value>
    public double ServiceRate { get; set; } = 1;
}
