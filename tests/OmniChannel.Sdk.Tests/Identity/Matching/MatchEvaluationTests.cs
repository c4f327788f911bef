using OmniChannel.Identity.Matching;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class MatchEvaluationTests
{
    // Persons {0,1,2}, {3}, {4}; found {0,1}, {2}, {3,4}.
    private static readonly MatchEvaluation Evaluation = MatchEvaluation.Of(
        [new() { Left = 0, Right = 1, Bits = 9 }, new() { Left = 3, Right = 4, Bits = 5 }], [0, 0, 2, 3, 3], [0, 0, 0, 1, 2]);

    [Fact]
    public void Pairwise_CountsAgainstAllTruePairs() => Same(1 / 2.0, 1 / 3.0, Evaluation.Pairwise);

    [Fact]
    public void Closure_CountsPairsOfClusters() => Same(1 / 2.0, 1 / 3.0, Evaluation.Closure);

    [Fact]
    public void BCubed_IsTheMeanOverRecords() => Same((1 + 1 + 1 + 0.5 + 0.5) / 5, ((2 / 3.0) + (2 / 3.0) + (1 / 3.0) + 1 + 1) / 5, Evaluation.BCubed);

    [Fact]
    public void ExactCluster_CountsWholePersons() => Same(0, 0, Evaluation.ExactCluster);

    [Fact]
    public void Nothing_FoundAndNothingToFind_IsRight() => Same(1, 1, MatchEvaluation.Of([], [0, 1], [7, 8]).Closure);

    private static void Same(double precision, double recall, MatchQuality quality)
    {
        Assert.Equal(precision, quality.Precision, 12);
        Assert.Equal(recall, quality.Recall, 12);
    }
}
