using OmniChannel.Identity.Matching;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class PrecisionThresholdTests
{
    [Fact]
    public void Choose_ClearPairs_TakesThemAndNotTheDoubtful()
    {
        var threshold = PrecisionThreshold.Choose(Pairs(20, 15, 12, 0.5, 0.2), 0.99);

        Assert.Equal(12, threshold);
    }

    [Fact]
    public void Choose_NothingSureEnough_TakesNothing()
    {
        var pairs = Pairs([.. Enumerable.Repeat(3.0, 50)]);

        Assert.True(PrecisionThreshold.Choose(pairs, 0.99) > 3);
    }

    [Fact]
    public void Choose_OnlyWhatIsAskedForCanBeHad_TakesThat()
    {
        // 6.7 bits are a chance of 0.9905.
        Assert.Equal(6.7, PrecisionThreshold.Choose(Pairs(6.7, 6.7, 6.7), 0.99));
    }

    [Fact]
    public void Choose_LessThanIsAskedForCanBeHad_TakesWhatComesNearest()
    {
        // 5.7 bits are a chance of 0.981, 4 bits one of 0.94: two wrong of a hundred are nearer than six.
        var pairs = Pairs([.. Enumerable.Repeat(5.7, 100), .. Enumerable.Repeat(4.0, 100)]);

        Assert.Equal(5.7, PrecisionThreshold.Choose(pairs, 0.99));
    }

    [Fact]
    public void Choose_HigherPrecision_IsNeverALowerThreshold()
    {
        var random = new Random(4);
        var pairs = Pairs([.. Enumerable.Range(0, 500).Select(_ => (random.NextDouble() * 20) - 5)]);
        var thresholds = new[] { 0.8, 0.9, 0.95, 0.99, 0.999 }.Select(precision => PrecisionThreshold.Choose(pairs, precision)).ToArray();

        Assert.Equal(thresholds.Order(), thresholds);
    }

    private static ScoredPair[] Pairs(params double[] bits) => [.. bits.Select((b, i) => new ScoredPair { Left = i, Right = i + 1, Bits = b })];
}
