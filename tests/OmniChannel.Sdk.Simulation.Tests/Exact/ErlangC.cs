namespace OmniChannel.Simulation.Exact;

/// <summary>M/M/s with an endless queue (Erlang 1917).</summary>
internal static class ErlangC
{
    public static double Wait(int agents, double load)
    {
        var queue = LogSpace.Poisson(load, agents) - Math.Log(1 - (load / agents));
        return Math.Exp(queue - LogSpace.Sum(Enumerable.Range(0, agents).Select(n => LogSpace.Poisson(load, n)).Append(queue)));
    }

    public static double MeanWait(int agents, double rate, double service) => Wait(agents, rate / service) / ((agents * service) - rate);

    /// <summary>P(W &gt; t).</summary>
    public static double Tail(int agents, double rate, double service, double t) =>
        Wait(agents, rate / service) * Math.Exp(-((agents * service) - rate) * t);

    public static double P95(int agents, double rate, double service) =>
        Math.Max(0, Math.Log(Wait(agents, rate / service) / 0.05) / ((agents * service) - rate));
}
