using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

public sealed partial class OutboundTests
{
    [Theory]
    [InlineData(ReceiptKind.Delivered, DeliveryState.Delivered)]
    [InlineData(ReceiptKind.Failed, DeliveryState.Failed)]
    public async Task P2_ReceiptBeforeTheAnswer_Counts(ReceiptKind receipt, DeliveryState expected)
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, _) => null, []);
        desk.Sms.OnSend = async (message, _) =>
        {
            await desk.Sms.DeliverAsync(Receipt(desk, "sent-" + message.IdempotencyKey, receipt), Receipt(desk, "somebody else's", ReceiptKind.Read));
            return SendResult.Sent();
        };
        await desk.ReplyAsync(agent, id, "hello");
        Assert.Equal(expected, await StateAsync(desk, id));
    }

    [Fact]
    public async Task P2_ReceiptOfAnUnknownOne_SaysThatItWasTaken()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (m, _) => m.Contents[0].Preview == "first" ? SendResult.Failed(SendErrorKind.Ambiguous) : null, []);
        await desk.ReplyAsync(agent, id, "first");
        await desk.Sms.DeliverAsync(Receipt(desk, "never told", ReceiptKind.Delivered));
        await desk.Host.SettleAsync();
        Assert.Equal(DeliveryState.Delivered, await StateAsync(desk, id));
        await desk.ReplyAsync(agent, id, "second");
        Assert.Equal(["second"], desk.Sms.SentTexts);
    }

    [Theory]
    [InlineData(SendErrorKind.Ambiguous)]
    [InlineData(null)]
    public async Task P2_ReceiptWhereTheChannelNamesItsMessages_CountsByThatNameOnly(SendErrorKind? outcome)
    {
        var post = new ChannelAccountId(new("post"), "main");
        var options = new WebhookDoubleOptions { Capabilities = TestDesk.MailCapabilities, IdOf = m => "ours-" + m.IdempotencyKey };
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddChannel<WebhookDouble, WebhookDoubleOptions>("post", "main", new() { Configure = o => o.Script = options }));
        options.OnSend = _ =>
        {
            Deliver("of another program", ReceiptKind.Delivered).GetAwaiter().GetResult();
            return outcome is { } kind ? SendResult.Failed(kind) : SendResult.Sent("ours-1");
        };
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.Omni.Inbound.DeliverAsync(post, [new MessageReceived { DedupeKey = "m1", Sender = "hanako@example.com", OccurredAt = desk.Time.GetUtcNow(), Content = [new TextContent("hello")] }]);
        var id = await desk.AcceptAsync(agent);
        var message = (await desk.ReplyAsync(agent, id, "good day")).Message;
        var expected = outcome is null ? DeliveryState.Sent : DeliveryState.Unknown;
        Assert.Equal(expected, await StateAsync(desk, id));

        await Deliver("forged bounce", ReceiptKind.Failed);
        Assert.Equal(expected, await StateAsync(desk, id));
        if (outcome is not null)
        {
            await Deliver("ours-" + message, ReceiptKind.Delivered);
            Assert.Equal(DeliveryState.Delivered, await StateAsync(desk, id));
        }

        Task Deliver(string provider, ReceiptKind kind) => desk.Omni.Inbound.DeliverAsync(post, [new DeliveryReceiptReceived
        {
            DedupeKey = provider, Sender = "hanako@example.com", OccurredAt = desk.Time.GetUtcNow(), Receipt = kind, ProviderMessageId = provider,
        }]);
    }

    [Fact]
    public async Task P2_ReceiptOfTheFirstPart_DoesNotCutOffTheRest()
    {
        await using var desk = await TestDesk.OpenAsync(sms: TestDesk.SmsCapabilities with { Text = new(10, LimitUnit.Characters) });
        var (agent, id) = await TalkAsync(desk, (_, n) => n == 2 ? SendResult.Failed(SendErrorKind.Transient) : null, []);
        var message = (await desk.ReplyAsync(agent, id, "one two three four")).Message;

        await desk.ReceiptAsync(desk.Sms, "sent-" + message, ReceiptKind.Delivered);
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("one two three four", string.Join(' ', desk.Sms.SentTexts.Select(t => t.Trim())));
    }

    [Fact]
    public async Task P2_ReceiptsInAnyOrder_EndInTheSameState()
    {
        ReceiptKind[][] sets = [[ReceiptKind.Sent, ReceiptKind.Delivered, ReceiptKind.Read], [ReceiptKind.Accepted, ReceiptKind.Sent, ReceiptKind.Delivered, ReceiptKind.Failed]];
        foreach (var set in sets)
        {
            var ends = new HashSet<DeliveryState>();
            for (var seed = 0; seed < 6; seed++)
            {
                var order = set.ToArray();
                new Random(seed).Shuffle(order);
                await using var desk = await TestDesk.OpenAsync();
                var (agent, id) = await TalkAsync(desk, (_, _) => null, []);
                var message = (await desk.ReplyAsync(agent, id, "hello")).Message;
                foreach (var kind in order)
                {
                    await desk.ReceiptAsync(desk.Sms, "sent-" + message, kind);
                }

                ends.Add(await StateAsync(desk, id));
            }

            Assert.Single(ends);
        }
    }
}
