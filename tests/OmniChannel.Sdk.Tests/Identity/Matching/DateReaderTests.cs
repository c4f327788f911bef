using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("19801231", 19801231)]
    [InlineData("1980-12-31", 19801231)]
    [InlineData("1980/3/4", 19800304)]
    [InlineData("31.12.1980", 19801231)]
    [InlineData("12/31/1980", 19801231)]
    [InlineData("03/04/1980", 19800403)]
    [InlineData("12 Mar 1980", 19800312)]
    [InlineData("March 12, 1980", 19800312)]
    [InlineData("1980-12-31T00:00:00", 19801231)]
    [InlineData("昭和55年3月12日", 19800312)]
    [InlineData("S55.3.12", 19800312)]
    [InlineData("1980年3月12日", 19800312)]
    [InlineData("31121980", 19801231)]
    [InlineData("19801399", 19801399)]
    [InlineData("unknown", 0)]
    [InlineData("1980", 0)]
    public void Read_Text_IsTheDate(string text, int expected) => Assert.Equal(expected, DateReader.Read(text, monthFirst: false));

    [Fact]
    public void Read_MonthFirst_TurnsRound() => Assert.Equal(19800304, DateReader.Read("03/04/1980", monthFirst: true));
}
