namespace OmniChannel.Simulation.Statistics;

public sealed class StatisticsTests
{
    /// <summary>Student's table at 99.9%, as printed in any handbook (Abramowitz and Stegun 26.10).</summary>
    [Theory]
    [InlineData(1, 636.619)]
    [InlineData(2, 31.599)]
    [InlineData(9, 4.781)]
    [InlineData(19, 3.883)]
    [InlineData(60, 3.460)]
    public void StudentT_At999_IsTheTable(int degrees, double value) => Assert.Equal(value, StudentT.TwoSided(0.001, degrees), 1e-3);

    [Theory]
    [InlineData(0.3, 2, 5)]
    [InlineData(0.7, 3, 1.5)]
    [InlineData(0.3, 20, 40)]
    public void Beta_BySteps_IsTheSame(double x, double a, double b)
    {
        const int Steps = 20_000;
        double Part(double end) => end / Steps * Enumerable.Range(0, Steps).Select(i => (i + 0.5) / Steps * end)
            .Sum(s => Math.Pow(s, a - 1) * Math.Pow(1 - s, b - 1));

        Assert.Equal(Part(x) / Part(1), BetaFunction.Regularised(x, a, b), 1e-4);
    }

    [Fact]
    public void Binomial_OfNoHits_IsTheRuleOfThree() => Assert.Equal(-Math.Log(0.0005) / 1e6, Binomial.HalfWidth(0, 1e6, 0.001), 1e-10);

    [Fact]
    public void Sketch_Quantiles_AreWithinTheBound()
    {
        var random = new Random(5);
        var waits = Enumerable.Range(0, 50_000).Select(i => i % 3 == 0 ? 0 : -Math.Log(1 - random.NextDouble()) * 1e-3).ToArray();
        var sketch = new WaitSketch();
        Array.ForEach(waits, sketch.Add);
        Array.Sort(waits);

        foreach (var share in new[] { 0.2, 0.5, 0.9, 0.95, 0.999 })
        {
            var exact = waits[(int)(share * waits.Length) - 1];
            Assert.InRange(sketch.Quantile(share), exact * (1 - (1.0 / 512)), exact * (1 + (1.0 / 512)) + 1e-12);
        }
    }

    [Fact]
    public void Sketch_Above_CountsWhatIsLarger()
    {
        var sketch = new WaitSketch();
        Array.ForEach([0, 0, 1, 2, 4, 8.0], sketch.Add);

        Assert.Equal(4, sketch.Above(0));
        Assert.Equal(2, sketch.Above(3));
        Assert.Equal(0, sketch.Above(100));
    }

    /// <summary>Means of independent normal units: their 99.9% intervals miss in about one of a thousand.</summary>
    [Fact]
    public void Interval_OverManyExperiments_MissesAsOftenAsItSays()
    {
        var random = new Chance.RandomStream(3, 0, Chance.Purpose.Service, 0);
        var missed = 0;
        for (var experiment = 0; experiment < Scale.Of(10_000); experiment++)
        {
            var units = Enumerable.Range(0, 6).Select(_ => new Tally(0) { Busy = 10 + random.Normal(), Staffed = 10, Arrivals = 1_000_000, Served = 1_000_000 }).ToArray();
            missed += new Estimator(units, 6, 1).Measures([]).Occupancy.Covers(1) ? 0 : 1;
        }

        Assert.InRange(missed, 0, 5 + (Scale.Of(10_000) / 500));
    }

    [Fact]
    public void Batches_ThatAreCorrelated_GetAWiderInterval()
    {
        Tally[] Units(params double[] busy) => Array.ConvertAll(busy, b => new Tally(0) { Busy = b, Staffed = 10, Served = 1_000_000 });
        var drifting = new Estimator(Units(1, 2, 3, 4, 5, 6), 1, 1).Measures([]).Occupancy;
        var shuffled = new Estimator(Units(1, 6, 2, 5, 3, 4), 1, 1).Measures([]).Occupancy;

        Assert.True(drifting.Ci999 > 1.3 * shuffled.Ci999);
    }
}
