using OmniChannel.Identity.Matching.Blocking;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class HashSorterTests
{
    [Fact]
    public void Sort_AnyWords_OrdersThemByUpperHalfAndKeepsEquals()
    {
        var random = new Random(1);
        var sorter = new HashSorter(500);
        for (var round = 0; round < 50; round++)
        {
            // Few different hashes in some rounds, all in others; the record in the lower half.
            var most = round % 2 == 0 ? 20L : uint.MaxValue;
            var words = Enumerable.Range(0, random.Next(500)).Select(i => ((ulong)random.NextInt64(most) << 32) | (uint)random.Next(1000)).ToArray();
            words.CopyTo(sorter.Words);

            sorter.Sort(words.Length);

            Assert.Equal(words.OrderBy(w => w >> 32), sorter.Words[..words.Length].ToArray());
        }
    }
}
