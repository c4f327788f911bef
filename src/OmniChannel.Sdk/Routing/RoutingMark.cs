using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>A position in the history of a <see cref="RoutingCore"/>. Good until it is rolled back past, or committed.</summary>
[Experimental("OMNI001")]
public readonly struct RoutingMark
{
    internal RoutingMark(long now, int work, int agents, int offers, int cooldowns, int lanes, int queues, int why, int core, int scarcity) =>
        (Now, Work, Agents, Offers, Cooldowns, Lanes, Queues, Why, Core, Scarcity) = (now, work, agents, offers, cooldowns, lanes, queues, why, core, scarcity);

    internal long Now { get; }

    internal int Work { get; }

    internal int Agents { get; }

    internal int Offers { get; }

    internal int Cooldowns { get; }

    internal int Lanes { get; }

    internal int Queues { get; }

    internal int Why { get; }

    internal int Core { get; }

    internal int Scarcity { get; }
}
