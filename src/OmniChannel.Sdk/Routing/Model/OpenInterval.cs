using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Model;

/// <summary>Hours on one day, by the clock of the place.</summary>
[Experimental("OMNI001")]
public sealed record OpenInterval
{
    /// <summary>From this time of day.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>Up to this time of day, itself not included; 24 h for midnight.</summary>
    public required TimeSpan To { get; init; }
}
