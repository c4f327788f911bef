using OmniChannel.Engagement.Facts;
using OmniChannel.Fakes;

namespace OmniChannel.Engagement.Engine;

/// <summary>Promises P1 and P4 against a naive model: a list of what was accepted, in order.</summary>
public sealed class OrderingTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, Scale.Of(100))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A9_EveryAcceptedEvent_IsInExactlyOneConversationInOrder(int seed)
    {
        var random = new Random(seed);
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general"));
        var accepted = new List<(string Id, string Sender)>();
        var senders = Enumerable.Range(10, 6).Select(i => "+8190000000" + i).Concat(["a@example.com", "b@example.com"]).ToArray();
        for (var step = 0; step < 150; step++)
        {
            if (random.Next(40) == 0)
            {
                await desk.RestartAsync();
            }

            if (random.Next(3) == 0 && accepted.Count > 0)
            {
                var (again, from) = accepted[random.Next(accepted.Count)];
                await Task.WhenAll(Enumerable.Range(0, random.Next(1, 11)).Select(_ => Channel(desk, from).ReceiveAsync(from, again, again)));
                continue;
            }

            var sender = senders[random.Next(senders.Length)];
            accepted.Add(($"{seed}-{step}", sender));
            await Channel(desk, sender).ReceiveAsync(sender, accepted[^1].Id, accepted[^1].Id);
        }

        await desk.Host.SettleAsync();
        AssertOrder(desk, accepted, seed);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Deliveries_ShuffledAndDoubled_EndLikeSingleOnesInOrder(int seed)
    {
        var random = new Random(seed);
        var messages = Enumerable.Range(0, 60).Select(i => (Id: $"m{i}", Sender: "+8190000000" + (10 + (i % 5)), Minute: i)).ToArray();
        var deliveries = messages.SelectMany(m => Enumerable.Repeat(m, random.Next(1, 11))).ToArray();
        random.Shuffle(deliveries);

        Assert.Equal(await EndAsync(messages), await EndAsync(deliveries));
    }

    private static async Task<string> EndAsync(IReadOnlyList<(string Id, string Sender, int Minute)> deliveries)
    {
        await using var desk = await TestDesk.OpenAsync();
        var start = desk.Time.GetUtcNow();
        await Task.WhenAll(deliveries.Select(d => desk.Sms.DeliverAsync(new MessageReceived
        {
            DedupeKey = d.Id,
            Sender = d.Sender,
            OccurredAt = start.AddMinutes(d.Minute),
            Content = [new TextContent(d.Id)],
        })));
        await desk.Host.SettleAsync();
        var timelines = new List<string>();
        foreach (var key in desk.Store.Rows.Keys.Where(k => k.Table == StateTable.Conversations))
        {
            var timeline = await desk.TimelineAsync(new(key.Key));
            timelines.Add(string.Join(' ', timeline.Where(e => e.Kind == EntryKind.Message).Select(e => e.Content!.Preview)));
        }

        return string.Join('\n', timelines.Order(StringComparer.Ordinal)) + desk.Omni.Routing.Floor().Waiting;
    }

    private static void AssertOrder(TestDesk desk, List<(string Id, string Sender)> accepted, int seed)
    {
        var entries = desk.Store.Journal.SelectMany(FactCodec.Decode).OfType<EntryAdded>().ToList();
        foreach (var conversation in entries.GroupBy(e => e.Conversation))
        {
            Assert.Equal(Enumerable.Range(1, conversation.Count()).Select(n => (long)n), conversation.Select(e => e.Sequence));
        }

        var said = entries.Where(e => e is { Kind: EntryKind.Message, Author: ParticipantKind.Customer })
            .Select(e => (Id: e.Payload!.Contents[0].Preview, e.Conversation)).ToList();
        Assert.True(said.Select(s => s.Id).SequenceEqual(accepted.Select(a => a.Id)), $"seed {seed}: accepted and kept differ");
        foreach (var sender in accepted.GroupBy(a => a.Sender))
        {
            var ids = sender.Select(s => s.Id).ToHashSet();
            Assert.Single(said.Where(s => ids.Contains(s.Id)).Select(s => s.Conversation).Distinct());
        }
    }

    private static FakeChannel Channel(TestDesk desk, string sender) => sender.StartsWith('+') ? desk.Sms : desk.Mail;
}
