namespace OmniChannel.Simulation.Exact;

/// <summary>Loss: s agents, no queue (Erlang 1917).</summary>
internal static class ErlangB
{
    public static double Blocking(int agents, double load) =>
        Math.Exp(LogSpace.Poisson(load, agents) - LogSpace.Sum(Enumerable.Range(0, agents + 1).Select(n => LogSpace.Poisson(load, n))));
}
