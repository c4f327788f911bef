using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Chance;

public sealed class ChanceTests
{
    private const int Draws = 200_000;

    public static TheoryData<DurationKind, double, double> Durations => new()
    {
        { DurationKind.Exponential, 2, 1 },
        { DurationKind.Lognormal, 2, 1.25 },
        { DurationKind.Gamma, 3, 0.4 },
        { DurationKind.Gamma, 3, 1.5 },
        { DurationKind.Constant, 2, 0 },
    };

    [Theory]
    [MemberData(nameof(Durations))]
    public void Duration_ManyDraws_HaveTheMeanAndTheSpread(DurationKind kind, double mean, double cv)
    {
        var source = new DurationSource(new() { Kind = kind, Mean = mean, Cv = cv == 0 ? 1 : cv }, new(1, 0, Purpose.Service, 0));
        var draws = Enumerable.Range(0, Draws).Select(_ => source.Draw()).ToArray();
        var average = draws.Average();

        Assert.Equal(mean, average, mean * 0.02);
        Assert.Equal(cv, Math.Sqrt(draws.Average(x => (x - average) * (x - average))) / average, 0.06);
    }

    [Fact]
    public void Empirical_Draws_AreItsValues()
    {
        var source = new DurationSource(new() { Kind = DurationKind.Empirical, Values = [1, 5] }, new(1, 0, Purpose.Service, 0));
        var draws = Enumerable.Range(0, 1000).Select(_ => source.Draw()).ToArray();

        Assert.Equal([1.0, 5.0], draws.Distinct().Order());
        Assert.InRange(draws.Count(d => d == 1), 420, 580);
    }

    [Fact]
    public void Streams_OfAnotherPurposeOrReplication_AreOthers()
    {
        ulong First(ulong seed, int replication, Purpose purpose, int index) => new RandomStream(seed, replication, purpose, index).Next();
        ulong[] firsts =
        [
            First(1, 0, Purpose.Arrivals, 0), First(2, 0, Purpose.Arrivals, 0), First(1, 1, Purpose.Arrivals, 0),
            First(1, 0, Purpose.Service, 0), First(1, 0, Purpose.Arrivals, 1), First(0, 0, Purpose.Arrivals, 0),
        ];

        Assert.Equal(firsts.Length, firsts.Distinct().Count());
    }

    [Fact]
    public void Uniform_IsAboveZeroAndAtMostOne()
    {
        var stream = new RandomStream(9, 0, Purpose.Arrivals, 0);
        var draws = Enumerable.Range(0, Draws).Select(_ => stream.Uniform()).ToArray();

        Assert.True(draws.Min() > 0 && draws.Max() <= 1);
        Assert.Equal(0.5, draws.Average(), 0.005);
        var correlation = draws.Zip(draws.Skip(1), (a, b) => (a - 0.5) * (b - 0.5)).Average() * 12;
        Assert.Equal(0, correlation, 0.015);
    }

    [Fact]
    public void Piecewise_Arrivals_FollowTheirStepsAndRepeat()
    {
        var model = new ArrivalModel { Kind = ArrivalKind.Piecewise, Steps = [new() { At = 0, Rate = 0 }, new() { At = 1, Rate = 100 }, new() { At = 2, Rate = 20 }], Period = 4 };
        var times = Times(new() { Name = "a", Arrivals = model }, 400);

        Assert.DoesNotContain(times, t => t % 4 < 1);
        Assert.Equal(100, times.Count(t => t % 4 is >= 1 and < 2) / 100.0, 4.0);
        Assert.Equal(20, times.Count(t => t % 4 >= 2) / 200.0, 1.5);
    }

    /// <summary>Counts of an interval are more scattered than Poisson: variance over mean is 1 + mean cv^2.</summary>
    [Fact]
    public void DoublyStochastic_Counts_AreScattered()
    {
        var model = new ArrivalModel { Kind = ArrivalKind.DoublyStochastic, Interval = 2, Cv = 0.5 };
        var times = Times(new() { Name = "a", Rate = 10, Arrivals = model }, 20_000);
        var counts = times.GroupBy(t => (int)(t / 2)).Select(g => (double)g.Count()).ToArray();
        var mean = counts.Average();

        Assert.Equal(20, mean, 0.5);
        Assert.Equal(1 + (20 * 0.25), counts.Average(c => (c - mean) * (c - mean)) / mean, 0.4);
    }

    private static List<double> Times(WorkClass work, double end)
    {
        var source = new ArrivalSource(work, 4, 0, 0);
        var times = new List<double>();
        for (var t = source.After(0); t < end; t = source.After(t))
        {
            times.Add(t);
        }

        return times;
    }
}
