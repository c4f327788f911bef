namespace OmniChannel.Simulation.Exact;

/// <summary>M/M/s with non-preemptive priorities and one service rate (Cobham, Oper. Res. 2, 1954).</summary>
internal static class Cobham
{
    /// <summary>Mean waits; the first rate is the most urgent class.</summary>
    public static double[] MeanWaits(int agents, double service, params double[] rates)
    {
        var work = ErlangC.Wait(agents, rates.Sum() / service) / (agents * service);
        var waits = new double[rates.Length];
        var before = 0.0;
        for (var k = 0; k < rates.Length; k++)
        {
            var after = before + (rates[k] / (agents * service));
            waits[k] = work / ((1 - before) * (1 - after));
            before = after;
        }

        return waits;
    }
}
