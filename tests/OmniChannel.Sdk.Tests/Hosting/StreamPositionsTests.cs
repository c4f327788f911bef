namespace OmniChannel.Hosting;

/// <summary>A visitor's stream that is cut anywhere goes on without losing or repeating an entry, before, during and after a join.</summary>
public sealed class StreamPositionsTests
{
    private static readonly ConversationId Main = new(1);
    private static readonly ConversationId Joined = new(2);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Resume_AfterACutAnywhere_IsAsIfItWasNeverCut(bool beganInMain)
    {
        List<TimelineEntry> main = [Entry(Main, 1), Entry(Main, 2), Entry(Main, 3), Entry(Main, 4, EntryKind.Joined), Entry(Main, 5), Entry(Main, 6)];
        List<TimelineEntry> joined = [Entry(Joined, 1), Entry(Joined, 2), Entry(Joined, 3)];
        var (own, before) = beganInMain ? (main, 2) : (joined, 3);
        for (var cut = 0; cut <= 9; cut++)
        {
            var seen = new List<TimelineEntry>();
            var last = Read(new(""), seen, own.Take(before).ToList(), [], int.MaxValue);
            last = Read(new(last ?? ""), seen, main, joined, cut) ?? last;
            Read(new(last ?? ""), seen, main, joined, int.MaxValue);
            Assert.Equal(main.Concat(joined).OrderBy(e => e.Conversation).ThenBy(e => e.Sequence), seen.OrderBy(e => e.Conversation).ThenBy(e => e.Sequence));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData(":")]
    [InlineData("cnv_0000000000001:-3")]
    [InlineData("cnv_0000000000001:99999999999999999999999")]
    [InlineData(",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,")]
    public void Next_IdThatIsNone_IsTheBeginning(string id) => Assert.Equal(1, new StreamPositions(id).Next(Main));

    /// <summary>As the stream reads: joined ones first; gives the id of the last entry before the cut.</summary>
    private static string? Read(StreamPositions positions, List<TimelineEntry> seen, List<TimelineEntry> main, List<TimelineEntry> joined, int cut)
    {
        string? last = null;
        if (joined.Count > 0 && positions.MustLookForJoined([Main]))
        {
            main.Where(e => e.Sequence < positions.Next(Main)).ToList().ForEach(e => positions.Include(e));
            positions.JoinedAreKnown();
        }

        foreach (var timeline in new[] { joined, main })
        {
            foreach (var entry in timeline.Where(e => e.Sequence >= positions.Next(e.Conversation)).Take(cut).ToList())
            {
                positions.Read(entry);
                seen.Add(entry);
                last = positions.IdOf(entry, [Main, Joined]);
                cut--;
            }
        }

        return last;
    }

    private static TimelineEntry Entry(ConversationId conversation, long sequence, EntryKind kind = EntryKind.Message) => new()
    {
        Conversation = conversation,
        Sequence = sequence,
        At = default,
        RecordedAt = default,
        Kind = kind,
        Detail = kind == EntryKind.Joined ? Joined.ToString() : "",
    };
}
