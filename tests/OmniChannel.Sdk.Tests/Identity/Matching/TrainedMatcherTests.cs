using System.Text;
using OmniChannel.Fakes;
using OmniChannel.Identity.Matching;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class TrainedMatcherTests
{
    [Fact]
    public void Json_ReadBack_IsTheSameMatcher()
    {
        var json = TrainedPeople.Matcher.ToJson();
        Assert.Equal(json, TrainedMatcher.FromJson(json).ToJson());
        Assert.Equal(TrainedPeople.Matcher.Model.Fields.Select(f => f.Levels.Count), TrainedMatcher.FromJson(json).Model.Fields.Select(f => f.Levels.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void Json_ThatIsNoMatcher_IsRefused(string json) =>
        Assert.Throws<FormatException>(() => TrainedMatcher.FromJson(Encoding.UTF8.GetBytes(json)));
}
