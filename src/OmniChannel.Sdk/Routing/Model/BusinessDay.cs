using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Model;

/// <summary>The hours of a day of the week.</summary>
[Experimental("OMNI001")]
public sealed record BusinessDay
{
    /// <summary>The day.</summary>
    public required DayOfWeek Day { get; init; }

    /// <summary>Hours in ascending order. Equality of days is by reference of this list.</summary>
    public required IReadOnlyList<OpenInterval> Hours { get; init; }
}
