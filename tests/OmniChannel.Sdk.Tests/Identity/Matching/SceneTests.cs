using OmniChannel.Identity.Matching;
using OmniChannel.Matching.Accuracy;

namespace OmniChannel.Tests.Identity.Matching;

/// <summary>Files of many kinds, made up by the generators of the benchmarks, small and with another seed.</summary>
public sealed class SceneTests
{
    [Theory]
    [InlineData("name and e-mail", 0.98, 0.8)]
    [InlineData("names and birth in three columns, 4000", 0.98, 0.7)]
    [InlineData("kanji, kana and address, no e-mail", 0.98, 0.85)]
    [InlineData("one address column", 0.98, 0.85)]
    [InlineData("clinic, up to six records", 0.98, 0.6)]
    [InlineData("club members who move", 0.98, 0.5)]
    [InlineData("kanji name, kana and e-mail", 0.97, 0.5)]
    [InlineData("Vietnamese clients", 0.97, 0.75)]
    [InlineData("forum accounts", 0.98, 0.4)]
    public void C2_SceneWithDuplicates_KeepsPrecision(string name, double precision, double recall)
    {
        var quality = Match(name, 1500, out _);

        Assert.True(quality.Closure.Precision >= precision, $"precision {quality.Closure.Precision}");
        Assert.True(quality.Closure.Recall >= recall, $"recall {quality.Closure.Recall}");
    }

    [Theory]
    [InlineData("name and e-mail, no duplicates")]
    [InlineData("kanji name and named e-mail, no duplicates")]
    [InlineData("customers with named e-mail, no duplicates")]
    [InlineData("names, city and state, no duplicates")]
    [InlineData("families and twins, no duplicates")]
    [InlineData("Vietnamese accounts, no duplicates")]
    [InlineData("phone and address only")]
    public void C3_SceneWithoutDuplicates_MergesHardlyAnybody(string name)
    {
        Match(name, 1500, out var result);

        Assert.InRange(result.Clusters.Count - result.Clusters.Distinct().Count(), 0, 3);
    }

    [Fact]
    public void C2_PrecisionOutOfReach_TakesWhatComesNearestAndSaysSo()
    {
        var quality = Match("name and phone", 1500, out var result);

        Assert.InRange(result.ExpectedPrecision, 0.97, 0.99);
        Assert.True(quality.Closure.Precision >= 0.97, $"precision {quality.Closure.Precision}");
        Assert.True(quality.Closure.Recall >= 0.5, $"recall {quality.Closure.Recall}");
    }

    [Theory]
    [InlineData("contacts, half double, 50 % missing", 0.97)]
    [InlineData("up to ten records, 40 % missing", 0.95)]
    public void C2_RecordsThatShareLittle_AreJoinedThroughWhatTheirClustersKnow(string name, double precision)
    {
        var quality = Match(name, 1500, out _);

        Assert.True(quality.Closure.Precision >= precision, $"precision {quality.Closure.Precision}");
        Assert.True(quality.Closure.Recall >= quality.Pairwise.Recall + 0.05, $"recall {quality.Closure.Recall} of clusters, {quality.Pairwise.Recall} of pairs");
    }

    private static MatchEvaluation Match(string name, int records, out MatchResult result)
    {
        var scene = Scenes.All.First(scene => scene.Name == name) with { Records = records };
        var (people, truth) = RecordMaker.Make(scene, 5);
        result = new RecordMatcher(MatchSchema.Infer(people)).Match(people);
        return MatchEvaluation.Of(result.Pairs, result.Clusters, truth);
    }
}
