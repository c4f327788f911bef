namespace OmniChannel.Simulation.Exact;

public sealed class ErlangTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(7, 6.5)]
    [InlineData(300, 320)]
    public void ErlangB_ByItsRecursion_IsTheSame(int agents, double load)
    {
        var blocking = 1.0;
        for (var n = 1; n <= agents; n++)
        {
            blocking = load * blocking / (n + (load * blocking));
        }

        Assert.Equal(blocking, ErlangB.Blocking(agents, load), 1e-12);
    }

    [Theory]
    [InlineData(1, 0.9)]
    [InlineData(8, 4.2)]
    [InlineData(400, 380)]
    public void ErlangC_FromErlangB_IsTheSame(int agents, double load)
    {
        var blocking = ErlangB.Blocking(agents, load);

        Assert.Equal(blocking / (1 - (load / agents * (1 - blocking))), ErlangC.Wait(agents, load), 1e-12);
    }

    [Fact]
    public void ErlangC_ByTheChain_IsTheSame()
    {
        var chain = new MarkovChain<int>(0, n => n == 400 ? [(n - 1, 3 * 1.5)] : n == 0 ? [(1, 3.6)] : [(n + 1, 3.6), (n - 1, Math.Min(n, 3) * 1.5)]);

        Assert.Equal(chain.Expect(n => n >= 3 ? 1 : 0), ErlangC.Wait(3, 2.4), 1e-9);
        Assert.Equal(chain.Expect(n => Math.Max(0, n - 3)) / 3.6, ErlangC.MeanWait(3, 3.6, 1.5), 1e-8);
    }

    [Fact]
    public void ErlangA_ByTheChain_IsTheSame()
    {
        var exact = new ErlangA(4, 5, 1, 0.4);
        var chain = new MarkovChain<int>(0, n => Moves(n, 4, 5, 1, 0.4));

        Assert.Equal(chain.Expect(n => n >= 4 ? 1 : 0), exact.Wait, 1e-10);
        Assert.Equal(chain.Expect(n => Math.Max(0, n - 4)) / 5, exact.MeanWait, 1e-10);
        Assert.Equal(chain.Expect(n => Math.Max(0, n - 4) * 0.4) / 5, exact.Abandon, 1e-10);
    }

    /// <summary>Follows one contact through the queue in small steps of time, a pure death process with its own patience beside it.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.6)]
    [InlineData(2)]
    public void ErlangA_TailAndLevelInSmallSteps_AreTheSame(double t)
    {
        const int Most = 60, Steps = 40_000;
        var exact = new ErlangA(4, 5, 1, 0.4);
        var chain = new MarkovChain<int>(0, n => Moves(n, 4, 5, 1, 0.4));
        var waiting = Enumerable.Range(0, Most).Select(ahead => chain.Expect(n => n == 4 + ahead ? 1 : 0)).ToArray();
        var (served, step) = (1 - waiting.Sum(), t / Steps);
        for (var i = 0; i < Steps; i++)
        {
            var half = Step(waiting, waiting, step / 2, out _);
            waiting = Step(waiting, half, step, out var flow);
            served += step * flow;
        }

        Assert.Equal(waiting.Sum(), exact.Tail(t), 1e-7);
        Assert.Equal(served, exact.Level(t), 1e-7);
    }

    [Theory]
    [InlineData(2, 2, 3.0)]
    [InlineData(3, 10, 2.7)]
    [InlineData(5, 30, 6.0)]
    public void FiniteQueue_ByTheChain_IsTheSame(int agents, int lines, double rate)
    {
        var exact = new FiniteQueue(agents, lines, rate, 1.2);
        var chain = new MarkovChain<int>(0, n => new[] { (n + 1, n < lines ? rate : 0), (n - 1, Math.Min(n, agents) * 1.2) }.Where(m => m.Item2 > 0));
        var admitted = 1 - chain.Expect(n => n == lines ? 1 : 0);

        Assert.Equal(1 - admitted, exact.Block, 1e-10);
        Assert.Equal(chain.Expect(n => n >= agents && n < lines ? 1 : 0) / admitted, exact.Wait, 1e-10);
        Assert.Equal(chain.Expect(n => Math.Max(0, n - agents)) / (rate * admitted), exact.MeanWait, 1e-10);
        Assert.Equal(chain.Expect(n => Math.Min(n, agents)) / agents, exact.Occupancy, 1e-10);
    }

    private static double[] Step(double[] from, double[] slope, double step, out double flow)
    {
        var next = new double[from.Length];
        for (var ahead = 0; ahead < from.Length; ahead++)
        {
            var comes = ahead + 1 < from.Length ? (4 + ((ahead + 1) * 0.4)) * slope[ahead + 1] : 0;
            next[ahead] = from[ahead] + (step * (comes - ((4 + ((ahead + 1) * 0.4)) * slope[ahead])));
        }

        flow = 4 * slope[0];
        return next;
    }

    private static IEnumerable<(int, double)> Moves(int n, int agents, double rate, double service, double patience) =>
        new[]
        {
            (n + 1, n < 300 ? rate : 0), (n - 1, (Math.Min(n, agents) * service) + (Math.Max(0, n - agents) * patience)),
        }.Where(m => m.Item2 > 0);
}
