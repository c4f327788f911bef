using OmniChannel.Identity.Matching;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class MatchOptionsTests
{
    [Fact]
    public void Options_OutOfRange_AreRefusedByNameWithTheCure()
    {
        foreach (var precision in new[] { 0, 1, -1, double.NaN })
        {
            Assert.Contains("Precision is a share", Refused(() => new MatchOptions { Precision = precision }), StringComparison.Ordinal);
        }

        Assert.Contains("PairsPerRecord is from 1", Refused(() => new MatchOptions { PairsPerRecord = 0 }), StringComparison.Ordinal);
        Assert.Contains("MaxDegreeOfParallelism is from 1", Refused(() => new MatchOptions { MaxDegreeOfParallelism = 0 }), StringComparison.Ordinal);
    }

    private static string Refused(Func<MatchOptions> make) => Assert.Throws<ArgumentOutOfRangeException>(make).Message;
}
