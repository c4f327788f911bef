using OmniChannel.Fakes;

namespace OmniChannel.Engagement.Engine;

public sealed class HotPathTests
{
    private const string Mobile = "+819011112222";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Message_OfAKnownCustomerInAnOpenConversation_WritesThreeRows(bool held)
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "first");
        if (held)
        {
            await desk.AcceptAsync(agent);
        }

        await desk.Host.SettleAsync();
        var before = desk.Store.Commits.Count;

        await desk.SayAsync(desk.Sms, Mobile, "second");

        var commit = Assert.Single(desk.Store.Commits.Skip(before));
        Assert.Equal((1, 1, 1, 0), (commit.Inbox.Count, commit.Journal.Count, commit.Rows.Count, commit.Removed.Count));
        Assert.Equal(StateTable.Conversations, commit.Rows[0].Key.Table);
        Assert.True(commit.Rows[0].Value.Length <= 1024, $"the conversation's row has {commit.Rows[0].Value.Length} bytes");
    }

    [Fact]
    public async Task Duplicate_WritesNothing()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.Sms.ReceiveAsync(Mobile, "one", "one");
        await desk.Host.SettleAsync();
        var before = desk.Store.Commits.Count;
        await desk.Sms.ReceiveAsync(Mobile, "one", "one");
        await desk.Host.SettleAsync();
        Assert.Equal(before, desk.Store.Commits.Count);
    }

    [Fact]
    public async Task Rows_OfDoneThings_LeaveMemory()
    {
        var rig = await EngineRig.StartAsync(RigRules.New(false));
        await new RandomTraffic(11, rig).RunAsync(400);
        Assert.All(rig.State.Routing.Items.Values, i => Assert.NotEqual(WorkStatus.Done, i.Status));
        Assert.All(rig.State.Messages.Values, m => Assert.True(m.IsInLine));
        Assert.Empty(rig.State.ProviderIds.Values);
        Assert.Empty(rig.State.Profiles.Values);
    }
}
