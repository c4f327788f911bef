namespace OmniChannel.Simulation.Exact;

/// <summary>One agent, whatever the time that a contact takes of them: M/G/1 (F. Pollaczek 1930, A. Khinchine 1932).</summary>
internal static class SingleServer
{
    public static double MeanWait(double rate, double mean, double variance) => rate * (variance + (mean * mean)) / (2 * (1 - (rate * mean)));

    /// <summary>Mean and variance of the time that offers take which come to nothing: each with some chance, again and again until one is accepted.</summary>
    public static (double Mean, double Variance) InVain(params (double Chance, double Time)[] outcomes)
    {
        var chance = outcomes.Sum(o => o.Chance);
        var mean = chance == 0 ? 0 : outcomes.Sum(o => o.Chance * o.Time) / chance;
        var variance = chance == 0 ? 0 : (outcomes.Sum(o => o.Chance * o.Time * o.Time) / chance) - (mean * mean);
        var (times, timesVariance) = (chance / (1 - chance), chance / ((1 - chance) * (1 - chance)));
        return (times * mean, (times * variance) + (timesVariance * mean * mean));
    }
}
