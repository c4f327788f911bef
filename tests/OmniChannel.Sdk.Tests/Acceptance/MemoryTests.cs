using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Fakes;
using OmniChannel.Hosting;

namespace OmniChannel.Acceptance;

/// <summary>Conversations leave memory, and nobody notices.</summary>
public sealed class MemoryTests
{
    private const string Mobile = "+819011112222";

    [Fact]
    public async Task Conversations_ThatWereClosed_LeaveMemoryMinutesLater()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        var count = Scale.Of(2_000);
        for (var i = 0; i < count; i++)
        {
            await desk.SayAsync(desk.Sms, $"+8180{10_000_000 + i}", "hello");
            var id = await desk.AcceptAsync(agent);
            await desk.ReplyAsync(agent, id, "hello");
            await desk.Omni.Agents.CloseAsync(agent, id);
        }

        Assert.Equal(count, Resident(desk));
        await LeaveAsync(desk, TimeSpan.FromMinutes(11));

        Assert.Equal(0, Resident(desk));
        Assert.Equal(count, desk.Store.Rows.Keys.Count(k => k.Table == StateTable.Conversations));
        Assert.Equal(0, desk.Omni.Routing.Floor().Open);
        await desk.RestartAsync();
        Assert.Equal(0, Resident(desk));
    }

    [Fact]
    public async Task Conversation_OpenAndIdleForADay_LeavesMemoryAndGoesOn()
    {
        await using var desk = await TestDesk.OpenAsync();
        await IdleAsync(desk, TimeSpan.FromHours(23));
        Assert.Equal(1, Resident(desk));
        await LeaveAsync(desk, TimeSpan.FromHours(2));
        Assert.Equal((0, 1), (Resident(desk), desk.Omni.Routing.Floor().Open));

        await desk.SayAsync(desk.Sms, Mobile, "thank you");

        var view = await desk.ViewAsync(Only(desk));
        Assert.Equal(["shipped", "thank you"], view.Entries.Where(e => e.Kind == EntryKind.Message).Select(e => e.Text));
        Assert.Equal((1, 1), (Resident(desk), desk.Omni.Routing.Floor().Open));
        Assert.Equal(1, desk.Omni.Routing.Floor().Unanswered);
    }

    [Fact]
    public async Task Conversation_OpenAndForgotten_IsCountedAfterARestartAndLeavesAgain()
    {
        await using var desk = await TestDesk.OpenAsync();
        await IdleAsync(desk, TimeSpan.FromDays(30));
        await desk.RestartAsync();
        Assert.Equal((1, 1), (Resident(desk), desk.Omni.Routing.Floor().Open));

        await LeaveAsync(desk, TimeSpan.FromMinutes(11));
        Assert.Equal((0, 1), (Resident(desk), desk.Omni.Routing.Floor().Open));
    }

    [Fact]
    public async Task Conversation_ThatSomebodyWaitsIn_Stays()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "answered, and not closed");
        await desk.ReplyAsync(agent, await desk.AcceptAsync(agent), "soon");
        await desk.SayAsync(desk.Sms, "+819033334444", "unanswered");

        await LeaveAsync(desk, TimeSpan.FromDays(3));

        Assert.Equal(2, Resident(desk));
    }

    [Fact]
    public async Task Conversation_OutOfMemory_IsReadNotedAndAnsweredAsBefore()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        var id = await desk.AcceptAsync(agent);
        var sent = await desk.ReplyAsync(agent, id, "good day");
        await desk.Omni.Agents.CloseAsync(agent, id);
        var before = await desk.ViewAsync(id);
        await LeaveAsync(desk, TimeSpan.FromHours(1));
        Assert.Equal(0, Resident(desk));

        var after = await desk.ViewAsync(id);
        Assert.Equal(before.Entries.Select(e => e.Id), after.Entries.Select(e => e.Id));
        Assert.Equal((before.Customer.Id, before.IsOpen, before.OpenQuestion), (after.Customer.Id, after.IsOpen, after.OpenQuestion));
        Assert.Equal(before.Entries.Count, (await desk.TimelineAsync(id)).Count(e => e.Kind != EntryKind.Delivery));
        Assert.Equal(0, Resident(desk));

        Assert.Equal("work.not-yours", (await desk.ReplyAsync(agent, id, "one more thing")).Code);
        await desk.ReceiptAsync(desk.Sms, "sent-" + sent.Message, ReceiptKind.Delivered);
        Assert.True((await desk.Omni.Agents.NoteAsync(agent, id, "was friendly")).Accepted);
        Assert.Equal(1, Resident(desk));
        await LeaveAsync(desk, TimeSpan.FromHours(1));
        await desk.SayAsync(desk.Sms, Mobile, "once more");
        Assert.Equal(id, await desk.AcceptAsync(agent));
        Assert.True((await desk.ReplyAsync(agent, id, "yes?")).Accepted);

        var view = await desk.ViewAsync(id);
        Assert.Equal(["hello", "good day", "was friendly", "once more", "yes?"], view.Entries.Where(e => e.Kind is EntryKind.Message or EntryKind.Note).Select(e => e.Text));
        Assert.Equal(DeliveryState.Delivered, view.Entries.First(e => e.Text == "good day").Delivery);
        Assert.Equal((1, 1), (Resident(desk), desk.Omni.Routing.Floor().Open));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Undo_OfAMergeOutOfMemory_PartsTheConversations(bool restarts)
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hanako here");
        var kept = await desk.AcceptAsync(agent);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SayAsync(desk.Mail, "taro@example.com", "taro here");
        var hanako = (await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)))!.Value;
        var taro = (await desk.Omni.Customers.FindAsync(Identifier.Email("taro@example.com")))!.Value;
        Assert.True((await desk.Omni.Customers.Identity.MergeAsync(hanako, taro)).Accepted);
        await desk.ReplyAsync(agent, kept, "to one of them");
        await desk.Omni.Agents.CloseAsync(agent, kept);
        await LeaveAsync(desk, TimeSpan.FromHours(1));
        Assert.Equal((0, 0), (Resident(desk), desk.Omni.Routing.Floor().Open));
        Assert.Contains((await desk.ViewAsync(kept)).Entries, e => e.Text == "taro here");
        if (restarts)
        {
            await desk.RestartAsync();
        }

        Assert.True((await desk.Omni.Customers.Identity.UndoMergeAsync(taro)).Accepted);

        await desk.Host.SettleAsync();
        Assert.Equal((2, 1), (Resident(desk), desk.Omni.Routing.Floor().Open));
        Assert.DoesNotContain((await desk.ViewAsync(kept)).Entries, e => e.Text == "taro here");
        await desk.SayAsync(desk.Mail, "taro@example.com", "still taro");
        var other = await desk.AcceptAsync(agent);
        Assert.NotEqual(kept, other);
        Assert.Equal(["taro here", "to one of them", "still taro"], (await desk.ViewAsync(other)).Entries.Where(e => e.Kind == EntryKind.Message).Select(e => e.Text));
    }

    [Fact]
    public async Task Events_OfConversationsOutOfMemory_NameTheirCustomer()
    {
        await using var desk = await TestDesk.OpenAsync();
        await IdleAsync(desk, TimeSpan.FromDays(2));
        await desk.RestartAsync();
        await LeaveAsync(desk, TimeSpan.FromMinutes(11));
        Assert.Equal(0, Resident(desk));

        var first = await desk.Omni.Events.WatchAsync(new(0, 0)).FirstAsync();

        Assert.Equal(await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)), first.Customer);
    }

    /// <summary>A conversation that is open because we wrote, that nobody has and nobody waits in.</summary>
    private static async Task IdleAsync(TestDesk desk, TimeSpan passes)
    {
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako with { Identifiers = [Identifier.Phone(Mobile)] });
        var sent = await desk.Omni.Messages.SendAsync(new()
        {
            To = Identifier.Phone(Mobile),
            Content = new TextContent("shipped"),
            Purpose = MessagePurpose.Transactional,
            IdempotencyKey = "shipped-1",
        });
        Assert.True(sent.Accepted, sent.Code);
        await desk.Host.SettleAsync();
        await LeaveAsync(desk, passes);
    }

    private static ConversationId Only(TestDesk desk) => new(Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Conversations).Key);

    private static int Resident(TestDesk desk) => desk.Host.Services.GetRequiredService<OmniChannelHost>().Engines.Single().View.Resident;

    /// <summary>Lets time pass, and the engine look at what may leave: it does so after each batch, some at once.</summary>
    private static async Task LeaveAsync(TestDesk desk, TimeSpan passes)
    {
        await desk.Host.AdvanceAsync(passes);
        for (var i = 0; i < 10; i++)
        {
            await desk.Host.Accounts.FlushAsync(CancellationToken.None);
        }
    }
}
