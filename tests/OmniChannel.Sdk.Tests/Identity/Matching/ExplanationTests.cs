using OmniChannel.Identity.Matching;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class ExplanationTests
{
    private static readonly People Data = People.File("fake_1000.csv");
    private static readonly MatchResult Result = Data.Match();

    [Fact]
    public void Bars_OfEveryAcceptedPair_AddUpToItsScore() => Assert.All(Result.Pairs.Take(300), pair =>
    {
        var explanation = Result.Explain(pair.Left, pair.Right);
        Assert.Equal(pair.Bits, explanation.Bits, 9);
        Assert.Equal(explanation.Bits, explanation.Bars.Sum(bar => bar.Bits), 9);
        Assert.Equal("prior", explanation.Bars[0].Field);
        Assert.NotEmpty(explanation.SharedKeys);
    });

    [Fact]
    public void Explain_EitherWayRound_SaysTheSame()
    {
        var (there, back) = (Result.Explain(0, 1), Result.Explain(1, 0));

        Assert.Equal(there.Bits, back.Bits);
        Assert.Equal("matching.accepted", there.Verdict.Code);
        Assert.True(there.Together);
    }

    [Fact]
    public void Explain_Strangers_SaysWhyNot()
    {
        var far = Enumerable.Range(1, 999).First(record => Result.Explain(0, record) is { SharedKeys.Count: 0 });
        var explanation = Result.Explain(0, far);

        Assert.Equal("matching.never-compared", explanation.Verdict.Code);
        Assert.Contains("never compared", explanation.Verdict.ToText(Locale.English), StringComparison.Ordinal);
        Assert.NotEqual(explanation.Verdict.ToText(Locale.English), explanation.Verdict.ToText(Locale.Japanese));
    }

    [Fact]
    public void Explanation_OfAPair_HoldsNoValueOfARecord()
    {
        var text = string.Join('\n', Result.Explain(0, 1).Bars.Select(bar => $"{bar.Field} {bar.Level}"));

        for (var column = 0; column < Data.Records.Columns.Count; column++)
        {
            Assert.DoesNotContain(Data.Records.Value(1, column) ?? "\0", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Explain_OneRecordTwice_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Result.Explain(3, 3));
}
