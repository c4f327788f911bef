using OmniChannel.Identity.Matching.Comparing;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class TextDistanceTests
{
    [Fact]
    public void Edits_RandomTexts_AreThoseOfThePlainTable()
    {
        var random = new Random(11);
        for (var i = 0; i < Scale.Of(20_000); i++)
        {
            // Every so often longer than the 64 characters of a word.
            var longest = i % 50 == 0 ? 90 : 12;
            var (a, b) = (Text(random, longest), Text(random, longest));
            var limit = random.Next(5);
            Assert.Equal(Math.Min(Naive(a, b), limit + 1), TextDistance.Edits(a, b, limit));
        }
    }

    [Theory]
    [InlineData("martha", "marhta", 0.9611)]
    [InlineData("dwayne", "duane", 0.84)]
    [InlineData("dixon", "dicksonx", 0.8133)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("", "a", 0)]
    [InlineData("same", "same", 1)]
    public void JaroWinkler_KnownPairs_IsThePublishedValue(string a, string b, double expected) =>
        Assert.Equal(expected, TextDistance.JaroWinkler(a, b), 4);

    private static string Text(Random random, int longest) =>
        string.Concat(Enumerable.Range(0, random.Next(longest)).Select(_ => "abc"[random.Next(3)]));

    private static int Naive(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
