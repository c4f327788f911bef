using OmniChannel.Identity.Matching;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class LiveMatcherTests
{
    private static readonly string?[] Stranger = ["Xaver", "Quendling", "1911-11-11", "0999999999", "1 nowhere lane", "atlantis"];

    [Fact]
    public void Add_KnownPersonWithATypo_JoinsHerCluster()
    {
        var people = People.Families(200, duplicates: 0.4, seed: 3);
        var live = new LiveMatcher(people.Match());
        var right = 0;
        for (var record = 0; record < 100; record++)
        {
            var values = Row(people, record);
            values[0] += "e";
            right += live.Add(values).Cluster == live.Cluster(record) ? 1 : 0;
        }

        Assert.InRange(right, 95, 100);
    }

    [Fact]
    public void Add_Stranger_IsAClusterOfHerOwn()
    {
        var people = People.Families(200, duplicates: 0.4, seed: 4);
        var live = new LiveMatcher(people.Match());
        var found = live.Add(Stranger);

        Assert.Equal(people.Truth.Count, found.Record);
        Assert.Equal(found.Record, found.Cluster);
        Assert.Empty(found.Links);
        Assert.Equal(people.Truth.Count + 1, live.Count);
    }

    [Fact]
    public void Add_StrangerTwice_MeetsHerself()
    {
        var live = new LiveMatcher(People.Families(200, duplicates: 0.4, seed: 5).Match());
        var first = live.Add(Stranger);
        var second = live.Add(Stranger);

        Assert.Equal(first.Cluster, second.Cluster);
        Assert.Equal(first.Record, Assert.Single(second.Links).Left);
    }

    [Fact]
    public void Add_Nothing_IsAClusterOfItsOwn()
    {
        var live = new LiveMatcher(People.Families(50, duplicates: 0.4, seed: 6).Match());
        var found = live.Add(new string?[6]);

        Assert.Equal(found.Record, found.Cluster);
        Assert.Equal(0, found.Compared);
    }

    [Fact]
    public void Add_Brother_StaysApartFromHisSister()
    {
        var people = People.Families(300, duplicates: 0.4, seed: 7);
        var live = new LiveMatcher(people.Match());
        var values = Row(people, 0);
        (values[0], values[2]) = ("Zebulon", "1931-12-30");
        var found = live.Add(values);

        Assert.NotEqual(live.Cluster(0), found.Cluster);
    }

    [Fact]
    public void Base_AsTakenOver_KeepsTheClustersOfTheRun()
    {
        var people = People.Families(200, duplicates: 0.5, seed: 8);
        var result = people.Match();
        int[] expected = [.. result.Clusters];
        var live = new LiveMatcher(result);

        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(live.Cluster));
    }

    private static string?[] Row(People people, int record) =>
        [.. Enumerable.Range(0, people.Records.Columns.Count).Select(column => people.Records.Value(record, column))];
}
