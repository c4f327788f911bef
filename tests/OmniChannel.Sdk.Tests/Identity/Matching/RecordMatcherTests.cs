using OmniChannel.Identity.Matching;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class RecordMatcherTests
{
    [Fact]
    public void C2_Febrl3_ReachesTheGoals()
    {
        var people = People.File("febrl3.csv");
        var result = people.Match();
        var quality = people.Evaluate(result);

        Assert.True(quality.Pairwise.F1 >= 0.998, $"pairwise F1 {quality.Pairwise.F1}");
        Assert.True(quality.Pairwise.Precision >= 0.9995, $"precision {quality.Pairwise.Precision}");
        Assert.True(quality.ExactCluster.F1 >= 0.99, $"exact cluster F1 {quality.ExactCluster.F1}");
    }

    [Fact]
    public void C2_Fake1000_ReachesTheGoalsWithin25000Pairs()
    {
        var people = People.File("fake_1000.csv");
        var result = people.Match();
        var quality = people.Evaluate(result);

        Assert.True(quality.Pairwise.F1 >= 0.91, $"pairwise F1 {quality.Pairwise.F1}");
        Assert.True(quality.Closure.F1 >= 0.95, $"closure F1 {quality.Closure.F1}");
        Assert.True(quality.BCubed.F1 >= 0.97, $"b-cubed F1 {quality.BCubed.F1}");
        Assert.InRange(result.ComparedPairs, 1, 25_000);
    }

    [Fact]
    public void Match_AnyNumberOfThreads_GivesTheSame()
    {
        var people = People.File("febrl1.csv");
        var one = people.Match(new() { MaxDegreeOfParallelism = 1 });
        var four = people.Match(new() { MaxDegreeOfParallelism = 4 });

        Assert.Equal(one.Clusters, four.Clusters);
        Assert.Equal(one.Pairs, four.Pairs);
        Assert.Equal(one.Threshold, four.Threshold);
    }

    [Fact]
    public void Match_RecordsInAnotherOrder_GivesTheSamePartition()
    {
        var expected = Sizes(People.File("fake_1000.csv"));
        for (var seed = 0; seed < Scale.Of(20); seed++)
        {
            Assert.Equal(expected, Sizes(People.File("fake_1000.csv", seed)));
        }
    }

    [Fact]
    public void C3_FamiliesWithoutDuplicates_StayApart()
    {
        var people = People.Families(400, duplicates: 0, seed: 1);
        var result = people.Match();

        Assert.Equal(people.Truth.Count, result.Clusters.Distinct().Count());
    }

    [Fact]
    public void C3_FamiliesWithDuplicates_AreNotMerged()
    {
        var people = People.Families(400, duplicates: 0.4, seed: 2);
        var quality = people.Evaluate(people.Match());

        Assert.True(quality.Closure.Precision >= 0.99, $"precision {quality.Closure.Precision}");
        Assert.True(quality.Closure.Recall >= 0.97, $"recall {quality.Closure.Recall}");
    }

    [Fact]
    public void Link_TwoSources_ComparesOnlyAcross()
    {
        var people = People.File("febrl1.csv");
        var seen = new HashSet<int>();
        var sources = people.Truth.Select(person => seen.Add(person) ? 0 : 1).ToArray();
        var result = new RecordMatcher(MatchSchema.Infer(people.Records)).Link(people.Records, sources);
        var quality = MatchEvaluation.Of(result.Pairs, result.Clusters, people.Truth, sources);

        Assert.All(result.Pairs, pair => Assert.NotEqual(sources[pair.Left], sources[pair.Right]));
        Assert.Equal(1, quality.Closure.F1);
    }

    [Fact]
    public void Match_OneRecord_IsACluster()
    {
        var people = People.Of(["name"], (0, ["Ann Lee"]));

        Assert.Equal([0], people.Match().Clusters);
    }

    [Fact]
    public void Match_NothingInCommon_MakesNoPair()
    {
        var people = People.Of(["name", "mail"], (0, ["Ann Lee", "a@b.org"]), (1, ["Zoltan Kovacs", "zk@x.net"]), (2, [null, null]));

        Assert.Equal([0, 1, 2], people.Match().Clusters);
    }

    [Fact]
    public void Match_LearnedModel_IsUsedAsItIs()
    {
        var people = People.File("febrl1.csv");
        var model = people.Match().Model;
        var again = people.Match(new() { Model = model });

        Assert.Equal(model.Prior, again.Model.Prior);
        Assert.Equal(1, people.Evaluate(again).Closure.F1);
    }

    [Fact]
    public void Match_ModelOfOtherFields_IsRefused()
    {
        var model = People.File("febrl1.csv").Match().Model;

        var error = Assert.Throws<ArgumentException>(() => People.File("fake_1000.csv").Match(new() { Model = model }));
        Assert.Contains("first_name", error.Message, StringComparison.Ordinal);
    }

    private static string Sizes(People people)
    {
        var result = people.Match();
        var parts = result.Clusters.Select((cluster, record) => (cluster, Text: string.Join('|', Enumerable.Range(0, people.Records.Columns.Count).Select(c => people.Records.Value(record, c)))))
            .GroupBy(x => x.cluster).Select(group => string.Join(';', group.Select(x => x.Text).Order(StringComparer.Ordinal)));
        return string.Join('\n', parts.Order(StringComparer.Ordinal));
    }
}
