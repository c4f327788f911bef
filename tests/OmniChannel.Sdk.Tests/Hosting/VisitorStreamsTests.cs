using OmniChannel.Fakes;

namespace OmniChannel.Hosting;

public sealed class VisitorStreamsTests
{
    private const string Mobile = "+819011112222";
    private static readonly ChannelAccountId Page = new(new("page"), "test");

    [Fact]
    public async Task Message_ThatWasShownAndIsHeldLater_IsToldAgainAtItsPlace()
    {
        await using var desk = await OpenAsync();
        var (agent, id) = await TalkAsync(desk);
        await using var frames = Read(desk, "");
        desk.Sms.OnSend = (_, _) => Task.FromResult(SendResult.Failed(SendErrorKind.Transient));
        await desk.ReplyAsync(agent, id, "by text");
        var shown = await UntilAsync(frames, f => f.Contains("by text", StringComparison.Ordinal));
        Assert.Contains("Queued by text", shown.Data, StringComparison.Ordinal);
        var place = shown.Data!.Split(' ')[0];

        await StopAsync(desk);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(5));

        var held = await UntilAsync(frames, f => f.Contains("Held", StringComparison.Ordinal));
        Assert.Equal($"{place} now Held by text", held.Data);
        Assert.NotEqual(shown.Id, held.Id);
    }

    [Fact]
    public async Task Message_HeldWhileThePageWasAway_IsToldWhenItGoesOn()
    {
        await using var desk = await OpenAsync();
        var (agent, id) = await TalkAsync(desk);
        desk.Sms.OnSend = (_, _) => Task.FromResult(SendResult.Failed(SendErrorKind.Transient));
        string last;
        await using (var frames = Read(desk, ""))
        {
            await desk.ReplyAsync(agent, id, "by text");
            last = (await UntilAsync(frames, f => f.Contains("by text", StringComparison.Ordinal))).Id!;
        }

        await StopAsync(desk);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(5));

        await using var again = Read(desk, last);
        Assert.EndsWith("now Held by text", (await UntilAsync(again, _ => true)).Data, StringComparison.Ordinal);
        await using var fresh = Read(desk, "");
        Assert.DoesNotContain("now", (await UntilAsync(fresh, f => f.Contains("by text", StringComparison.Ordinal))).Data!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_OfThePageItself_IsNotToldAgainWhenThePageAcknowledgesIt()
    {
        await using var desk = await OpenAsync();
        var (agent, id) = await TalkAsync(desk, Page);
        await using var frames = Read(desk, "");
        await desk.ReplyAsync(agent, id, "answer");
        var shown = await UntilAsync(frames, f => f.EndsWith(" answer", StringComparison.Ordinal));
        var place = shown.Data!.Split(' ')[0];
        await desk.Omni.Inbound.DeliverAsync(Page, [new DeliveryReceiptReceived
        {
            DedupeKey = "ack", Sender = "visitor", OccurredAt = desk.Time.GetUtcNow(), Receipt = ReceiptKind.Read, ProviderMessageId = $"{id}:{place}",
        }]);
        await desk.ReplyAsync(agent, id, "and more");

        var next = await UntilAsync(frames, _ => true);
        Assert.Equal(DeliveryState.Read, (await desk.ViewAsync(id)).Entries.First(e => e.Text == "answer").Delivery);
        Assert.EndsWith("and more", next.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_ThatTheAdapterCannotShow_IsLeftOutAndEndsNothing()
    {
        await using var desk = await OpenAsync();
        var (agent, id) = await TalkAsync(desk, Page);
        await using var frames = Read(desk, "");
        await desk.ReplyAsync(agent, id, "unspeakable");
        await desk.ReplyAsync(agent, id, "after it");
        await UntilAsync(frames, f => f.EndsWith("after it", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Conversation_ThatLeftMemory_IsStillOnThePage(bool restarts)
    {
        await using var desk = await OpenAsync();
        var (agent, id) = await TalkAsync(desk, Page);
        await desk.ReplyAsync(agent, id, "goodbye");
        await desk.Omni.Agents.CloseAsync(agent, id);
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(1));
        if (restarts)
        {
            await desk.RestartAsync();
        }

        await using var frames = Read(desk, "");
        await UntilAsync(frames, f => f.EndsWith("from the page", StringComparison.Ordinal));
        await UntilAsync(frames, f => f.EndsWith("by phone", StringComparison.Ordinal));
        await UntilAsync(frames, f => f.EndsWith("goodbye", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Visitor_WhoWasTakenForAnother_SeesNothingOfThemAfterTheUndo()
    {
        await using var desk = await OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, "+819033334444", "of somebody else");
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.Omni.Inbound.DeliverAsync(Page, [new MessageReceived { DedupeKey = "v1", Sender = "visitor", OccurredAt = desk.Time.GetUtcNow(), Content = [new TextContent("from the page")] }]);
        var visitor = (await desk.Omni.Customers.FindAsync(Identifier.Address(new() { Account = Page, SenderId = "visitor" })))!.Value;
        var somebody = (await desk.Omni.Customers.FindAsync(Identifier.Address(new() { Account = desk.Sms.Account, SenderId = "+819033334444" })))!.Value;
        await desk.Omni.Customers.Identity.MergeAsync(visitor, somebody);
        await desk.SayAsync(desk.Sms, "+819033334444", "and more of theirs");
        await desk.Omni.Inbound.DeliverAsync(Page, [new MessageReceived { DedupeKey = "v2", Sender = "visitor", OccurredAt = desk.Time.GetUtcNow(), Content = [new TextContent("still here")] }]);
        var id = await desk.AcceptAsync(agent);
        await desk.ReplyAsync(agent, id, "hello, page");

        await desk.Omni.Customers.Identity.UndoMergeAsync(visitor);
        await desk.Host.SettleAsync();

        await using var frames = Read(desk, "");
        var shown = new List<string>();
        var last = await UntilAsync(frames, f =>
        {
            shown.Add(f);
            return f.EndsWith("hello, page", StringComparison.Ordinal);
        });
        Assert.DoesNotContain(shown, f => f.Contains("somebody else", StringComparison.Ordinal) || f.Contains("of theirs", StringComparison.Ordinal));
        Assert.Contains(shown, f => f.EndsWith("from the page", StringComparison.Ordinal));
        Assert.Contains(shown, f => f.EndsWith("still here", StringComparison.Ordinal));
        await using var again = Read(desk, last.Id!);
        await desk.SayAsync(desk.Sms, "+819033334444", "of theirs again");
        await desk.Omni.Inbound.DeliverAsync(Page, [new MessageReceived { DedupeKey = "v3", Sender = "visitor", OccurredAt = desk.Time.GetUtcNow(), Content = [new TextContent("and here")] }]);
        Assert.EndsWith("and here", (await UntilAsync(again, _ => true)).Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Joined_OfTheJoined_IsNotToldAgainWhenThePageComesBack(bool leavesBetween)
    {
        await using var desk = await OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Mail, "hanako@example.com", "gamma");
        var held = await desk.AcceptAsync(agent);
        await desk.Omni.Agents.SetPresenceAsync(agent, Presence.Away);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.Omni.Inbound.DeliverAsync(Page, [new MessageReceived { DedupeKey = "v1", Sender = "visitor", OccurredAt = desk.Time.GetUtcNow(), Content = [new TextContent("alpha")] }]);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SayAsync(desk.Sms, Mobile, "beta");
        var visitor = await CustomerAsync(desk, Page, "visitor");
        await desk.Omni.Customers.Identity.MergeAsync(visitor, await CustomerAsync(desk, desk.Sms.Account, Mobile));
        await desk.Omni.Inbound.DeliverAsync(Page, [new MessageReceived { DedupeKey = "v2", Sender = "visitor", OccurredAt = desk.Time.GetUtcNow(), Content = [new TextContent("delta")] }]);
        VisitorFrame last = new();
        if (leavesBetween)
        {
            await using var before = Read(desk, "");
            last = await UntilAsync(before, f => f.EndsWith("delta", StringComparison.Ordinal));
        }

        await desk.Omni.Customers.Identity.MergeAsync(visitor, await CustomerAsync(desk, desk.Mail.Account, "hanako@example.com"));
        await desk.Host.SettleAsync();
        await desk.ReplyAsync(agent, held, "to all");
        await using var frames = Read(desk, last.Id ?? "");
        var shown = new List<string>();
        last = await UntilAsync(frames, f =>
        {
            shown.Add(f);
            return f.EndsWith("to all", StringComparison.Ordinal);
        });
        Assert.Equal(leavesBetween ? 0 : 1, shown.Count(f => f.EndsWith("beta", StringComparison.Ordinal)));

        await using var again = Read(desk, last.Id!);
        await desk.ReplyAsync(agent, held, "and more");
        Assert.EndsWith("and more", (await UntilAsync(again, _ => true)).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ThatTheAdapterChokesOn_IsKeptAndAnswered()
    {
        await using var desk = await OpenAsync();
        var (_, id) = await TalkAsync(desk, Page);
        var streams = desk.Host.Accounts.StreamsOf(Page)!;
        Assert.Equal(401, (await streams.ReceiveAsync(Page, Request("broken"))).StatusCode);
        Assert.Equal(200, (await streams.ReceiveAsync(Page, Request("messages"))).StatusCode);
        Assert.Equal(200, (await streams.ReceiveAsync(Page, Request("messages"))).StatusCode);
        Assert.Single(await desk.TimelineAsync(id), e => e.Kind == EntryKind.Unreadable);

        OmniChannel.Webhooks.WebhookRequest Request(string path) => new()
        {
            Method = "POST",
            Url = new("https://shop.example/omni/channels/page/test/" + path),
            Path = path,
            Body = "what is this"u8.ToArray(),
            ReceivedAt = desk.Time.GetUtcNow(),
        };
    }

    private static Task<TestDesk> OpenAsync() => TestDesk.OpenAsync(
        omni => omni.AddChannel<StreamDouble, WebhookDoubleOptions>("page", "test", new()));

    /// <summary>A visitor of the page whose phone is proved, and who wrote by it last unless said otherwise.</summary>
    private static async Task<(AgentId Agent, ConversationId Conversation)> TalkAsync(TestDesk desk, ChannelAccountId? lastBy = null)
    {
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.Omni.Inbound.DeliverAsync(Page, [Said("m1", "from the page", [new() { Identifier = Identifier.Phone(Mobile), Assurance = Assurance.Verified, Source = "sign-in" }])]);
        var id = await desk.AcceptAsync(agent);
        await desk.SayAsync(desk.Sms, Mobile, "by phone");
        if (lastBy is { } account)
        {
            await desk.Omni.Inbound.DeliverAsync(account, [Said("m2", "back here", [])]);
        }

        await desk.Host.SettleAsync();
        return (agent, id);

        MessageReceived Said(string key, string text, IReadOnlyList<IdentifierEvidence> evidence) => new()
        {
            DedupeKey = key,
            Sender = "visitor",
            OccurredAt = desk.Time.GetUtcNow(),
            Content = [new TextContent(text)],
            Evidence = evidence,
        };
    }

    private static async Task<CustomerId> CustomerAsync(TestDesk desk, ChannelAccountId account, string sender) =>
        (await desk.Omni.Customers.FindAsync(Identifier.Address(new() { Account = account, SenderId = sender })))!.Value;

    private static Task StopAsync(TestDesk desk) => desk.Sms.DeliverAsync(
        new ConsentChanged { DedupeKey = "stop", Sender = Mobile, OccurredAt = desk.Time.GetUtcNow(), Granted = false, Source = "keyword" });

    private static IAsyncEnumerator<VisitorFrame> Read(TestDesk desk, string last) =>
        desk.Host.Accounts.StreamsOf(Page)!.ReadAsync(Page, new() { SenderId = "visitor" }, last).GetAsyncEnumerator();

    private static async Task<VisitorFrame> UntilAsync(IAsyncEnumerator<VisitorFrame> frames, Func<string, bool> fits)
    {
        while (await frames.MoveNextAsync().AsTask().WaitAsync(TestTimeouts.Default))
        {
            if (frames.Current.Data is { Length: > 0 } data && fits(data))
            {
                return frames.Current;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
