using OmniChannel.Simulation.Rehearsals;

namespace OmniChannel.Simulation.Engine;

/// <summary>Departures as results tell them.</summary>
internal static class DepartureWords
{
    public static DayOutcome Outcome(this Departure departure) => departure switch
    {
        Departure.Served => DayOutcome.Served,
        Departure.Abandoned => DayOutcome.Abandoned,
        _ => DayOutcome.Blocked,
    };
}
