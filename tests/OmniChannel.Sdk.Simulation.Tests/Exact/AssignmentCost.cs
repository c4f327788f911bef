namespace OmniChannel.Simulation.Exact;

/// <summary>n tasks to n agents with independent Exp(1) costs.</summary>
internal static class AssignmentCost
{
    /// <summary>The best assignment (Parisi's conjecture; Linusson and Waestlund, Nair, Prabhakar and Sharma 2004).</summary>
    public static double Optimal(int n) => Enumerable.Range(1, n).Sum(k => 1.0 / ((double)k * k));

    /// <summary>One task after the other takes the cheapest agent left.</summary>
    public static double Greedy(int n) => Enumerable.Range(1, n).Sum(k => 1.0 / k);
}
