namespace OmniChannel.Simulation.Chance;

/// <summary>What a stream of random numbers is for. The numbers are part of a seed's meaning: never renumber.</summary>
internal enum Purpose
{
    Arrivals = 1,
    Service = 2,
    Patience = 3,
    Retrials = 4,
    Rates = 5,
    Answers = 6,
    AnswerTimes = 7,
    WrapUp = 8,
}
