using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Model;

/// <summary>
/// A priority class. A higher rank always goes first; within a rank the larger urgency does: <c>min(Ceiling, Boost + Ageing * wait)</c>,
/// then the older item.
/// </summary>
[Experimental("OMNI001")]
public sealed class PriorityClassOptions
{
    /// <summary>The name, compared ordinally.</summary>
    public required string Name { get; init; }

    /// <summary>Strict priority; larger is more urgent.</summary>
    /// <value>Default 0.</value>
    public int Rank { get; set; }

    /// <summary>Head start in ticks of waiting. With equal ageing of 1, an item is overtaken only by those that come at most this much later.</summary>
    /// <value>Default 0; negative is a handicap.</value>
    public long Boost { get; set; }

    /// <summary>Urgency gained for a tick of waiting, 0 or more.</summary>
    /// <value>Default 1.</value>
    public double Ageing { get; set; } = 1;

    /// <summary>Most urgency that ageing can reach, in ticks.</summary>
    /// <value>Default none.</value>
    public long Ceiling { get; set; } = long.MaxValue;

    /// <summary>Ticks within which work of this class should be served. Set, it makes urgency the time since that deadline (the one first due goes first), in
    /// place of <see cref="Boost"/> and <see cref="Ageing"/>.</summary>
    /// <value>Default null.</value>
    public long? Target { get; set; }

    /// <summary>What a tick of waiting costs, as <c>Cost * wait^(Exponent-1)</c> at the margin, for <see cref="Policies.GeneralizedCMuPolicy"/>.</summary>
    /// <value>Default 1.</value>
    public double Cost { get; set; } = 1;

    /// <summary>The exponent of the cost of waiting, from 1.</summary>
    /// <value>Default 2.</value>
    public double Exponent { get; set; } = 2;
}
