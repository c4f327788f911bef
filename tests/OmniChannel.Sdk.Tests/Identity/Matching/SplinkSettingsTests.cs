using System.Text.Json;
using OmniChannel.Identity.Matching;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class SplinkSettingsTests
{
    private static readonly MatchModel Model = People.File("fake_1000.csv").Match().Model;

    [Fact]
    public void Write_LevelsThatSqlCannotState_AreRefusedByName()
    {
        var error = Assert.Throws<NotSupportedException>(() => SplinkSettings.Write(Model));

        Assert.Contains("dob: within six weeks", error.Message, StringComparison.Ordinal);
        Assert.All(SplinkSettings.Unstated(Model), level => Assert.Contains(level, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_ThenRead_GivesTheModelBack()
    {
        var back = SplinkSettings.Read(SplinkSettings.Write(Model, withoutUnstated: true), Model);

        Assert.Equal(Model.Prior, back.Prior);
        foreach (var (expected, actual) in Model.Fields.Zip(back.Fields))
        {
            Assert.Equal(expected.Field, actual.Field);
            Assert.All(expected.Levels.Zip(actual.Levels), pair =>
            {
                Assert.Equal(pair.First.M, pair.Second.M, 5);
                Assert.Equal(pair.First.U, pair.Second.U, 8);
            });
        }
    }

    [Fact]
    public void Write_Comparisons_HaveANullLevelAndAnElse()
    {
        using var json = JsonDocument.Parse(SplinkSettings.Write(Model, withoutUnstated: true));
        var comparisons = json.RootElement.GetProperty("comparisons").EnumerateArray().ToArray();

        Assert.Equal(Model.Fields.Count, comparisons.Length);
        Assert.All(comparisons, comparison =>
        {
            var levels = comparison.GetProperty("comparison_levels").EnumerateArray().ToArray();
            Assert.True(levels[0].GetProperty("is_null_level").GetBoolean());
            Assert.Equal("ELSE", levels[^1].GetProperty("sql_condition").GetString());
            Assert.Equal(1, levels.Skip(1).Sum(level => level.GetProperty("m_probability").GetDouble()), 6);
        });
    }

    [Fact]
    public void Read_LevelThatSplinkNeverSaw_KeepsItsShare()
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(SplinkSettings.Write(Model, withoutUnstated: true))!;
        var level = node["comparisons"]![0]!["comparison_levels"]![1]!.AsObject();
        level.Remove("m_probability");
        level["u_probability"] = "level not observed in training dataset";

        var back = SplinkSettings.Read(node.ToJsonString(), Model);

        Assert.Equal(Model.Fields[0].Levels[0], back.Fields[0].Levels[0]);
    }

    [Fact]
    public void Read_UnknownLevel_IsRefusedByName()
    {
        var json = SplinkSettings.Write(Model, withoutUnstated: true).Replace("ELSE", "soundex(x)", StringComparison.Ordinal);

        Assert.Contains("soundex(x)", Assert.Throws<FormatException>(() => SplinkSettings.Read(json, Model)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"comparisons\": 3}")]
    public void Read_AnythingElse_IsRefused(string json) => Assert.Throws<FormatException>(() => SplinkSettings.Read(json, Model));

    [Fact]
    public void ReadModel_MatchesAsTheOneWritten()
    {
        var people = People.File("fake_1000.csv");
        var back = SplinkSettings.Read(SplinkSettings.Write(Model, withoutUnstated: true), Model);
        var expected = people.Evaluate(people.Match(new() { Model = Model }));

        Assert.Equal(expected.Closure.F1, people.Evaluate(people.Match(new() { Model = back })).Closure.F1, 3);
    }
}
