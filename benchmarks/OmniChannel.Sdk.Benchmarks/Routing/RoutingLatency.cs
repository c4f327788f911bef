using System.Diagnostics;
using System.Globalization;

namespace OmniChannel.Routing;

/// <summary>Percentiles of single steps. A step completes one item, and enqueues, matches, offers and accepts another.</summary>
internal static class RoutingLatency
{
    private const int Steps = 300_000;
    private const int Rounds = 5;

    public static void Print(TextWriter output)
    {
        output.WriteLine("agents backlog levels explain |   p50 ns   p99 ns  mean ns   B/step  (best of five rounds)");
        foreach (var (agents, backlog, levels, explain) in (ReadOnlySpan<(int, int, bool, bool)>)
            [(1_000, 10_000, false, false), (10_000, 10_000, false, false), (1_000, 10_000, false, true), (10_000, 10_000, false, true),
            (10_000, 0, false, false), (10_000, 100_000, false, false), (10_000, 10_000, true, false)])
        {
            var floor = new CoreFloor(new(agents, levels), backlog, offers: true, explain);
            Measure(floor);
            var best = Enumerable.Range(0, Rounds).Select(_ => Measure(floor)).MinBy(m => m.P50);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{agents,6} {backlog,7} {levels,6} {explain,7} | {best.P50,8:F0} {best.P99,8:F0} {best.Mean,8:F0} {best.Bytes,8:F2}"));
        }

        Explanation(output);
        var scene = new RoutingScene(10_000, levels: false);
        var linq = new LinqFloor(scene);
        Time(100, () => linq.Step());
        var mask = new MaskFloor(scene);
        Time(100, () => mask.Step());
        var core = new CoreFloor(scene, 0, offers: true, explain: false);
        Time(10_000, () => core.Step());
        var (slow, loop, fast) = (Time(20, () => linq.Step()), Time(300, () => mask.Step()), Time(10_000, () => core.Step()));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"10,000 agents, half idle: LINQ + HashSet + lock {slow:F0} ns, loop over masks {loop:F0} ns, core {fast:F0} ns: {slow / fast:F0} and {loop / fast:F0} times"));
    }

    /// <summary>
    /// What explanations add to a step: rounds of a thousand steps with and without in turn, and the median of the ratios of neighbours, so that what
    /// else the machine does meanwhile falls on both.
    /// </summary>
    public static void Explanation(TextWriter output)
    {
        foreach (var agents in (ReadOnlySpan<int>)[1_000, 10_000])
        {
            var scene = new RoutingScene(agents, levels: false);
            CoreFloor[] floors = [new(scene, 10_000, offers: true, explain: false), new(scene, 10_000, offers: true, explain: true)];
            var (plain, ratios) = (new double[1_000], new double[1_000]);
            Array.ForEach(floors, floor => Round(floor));
            for (var round = 0; round < plain.Length; round++)
            {
                plain[round] = Round(floors[0]);
                ratios[round] = Round(floors[1]) / plain[round];
            }

            Array.Sort(plain);
            Array.Sort(ratios);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{agents,6} agents, backlog 10,000: a step {plain[500]:F0} ns; explanation adds {ratios[500] - 1:P1} (half of the rounds {ratios[250] - 1:P1} to {ratios[750] - 1:P1})"));
        }
    }

    private static double Round(CoreFloor floor)
    {
        const int Steps = 1_000;
        var start = Stopwatch.GetTimestamp();
        for (var step = 0; step < Steps; step++)
        {
            floor.Step();
        }

        return (Stopwatch.GetTimestamp() - start) * 1e9 / Stopwatch.Frequency / Steps;
    }

    private static (double P50, double P99, double Mean, double Bytes) Measure(CoreFloor floor)
    {
        var taken = new long[Steps];
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Steps; i++)
        {
            var before = Stopwatch.GetTimestamp();
            floor.Step();
            taken[i] = Stopwatch.GetTimestamp() - before;
        }

        var all = Stopwatch.GetTimestamp() - start;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Array.Sort(taken);
        var unit = 1e9 / Stopwatch.Frequency;
        return (taken[Steps / 2] * unit, taken[Steps / 100 * 99] * unit, all * unit / Steps, (double)bytes / Steps);
    }

    // The best of thirty rounds of a few milliseconds, so that what else the machine does counts less.
    private static double Time(int steps, Action step) => Enumerable.Range(0, 30).Select(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < steps; i++)
        {
            step();
        }

        return (Stopwatch.GetTimestamp() - start) * 1e9 / Stopwatch.Frequency / steps;
    }).Min();
}
