using OmniChannel.Fakes;
using OmniChannel.Routing.Metrics;

namespace OmniChannel.Acceptance;

/// <summary>Rows J5, J9 and J10 on the engine: figures folded from its public events, on a day whose times are known.</summary>
public sealed class MetricsTests
{
    private static readonly AgentId Ann = new("ann");
    private static readonly AgentId Bob = new("bob");

    [Fact]
    public async Task J5_BranchQueue_WaitAndServeTimesAreFoldedFromEvents()
    {
        await using var desk = await OpenAsync();
        await desk.Omni.Agents.SignInAsync(new() { Id = Ann, DisplayName = "Ann", Capacity = 1 });
        await desk.SayAsync(desk.Sms, "+819011110001", "ticket 1");
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(2));
        await desk.SayAsync(desk.Sms, "+819011110002", "ticket 2");
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(2));
        await ServeNextAsync(desk, TimeSpan.FromMinutes(5));
        await ServeNextAsync(desk, TimeSpan.FromMinutes(3));

        var branch = (await StatisticsAsync(desk)).Report("branch");

        // Waited 4 and 7 minutes, served in 5 and 3.
        Assert.Equal((2, 2, 0), (branch.Offered, branch.Answered, branch.Abandoned));
        Assert.Equal((5.5, 4.0, 7.0), (branch.AverageSpeedOfAnswer.TotalMinutes, branch.AverageHandleTime.TotalMinutes, branch.LongestWait.TotalMinutes));
        Assert.Equal((0.0, 0.5, 1.0), (branch.ServiceLevel(TimeSpan.FromMinutes(3)), branch.ServiceLevel(TimeSpan.FromMinutes(4)), branch.ServiceLevel(TimeSpan.FromMinutes(7))));
    }

    [Fact]
    public async Task J9_TransferThereAndBack_IsPingPongAndAFollowUpADuplicate()
    {
        await using var desk = await OpenAsync();
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako with
        {
            Identifiers = [.. TestSource.Hanako.Identifiers, Identifier.Address(new() { Account = desk.Chat.Account, SenderId = "v1" })],
        });
        await desk.SayAsync(desk.Sms, "+819011112222", "where is it?");
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(6));
        await desk.SayAsync(desk.Chat, "v1", "nobody answers");
        await desk.SayAsync(desk.Sms, "+819011110009", "something else");
        await desk.Omni.Agents.SignInAsync(new() { Id = Ann, DisplayName = "Ann" });
        await desk.Omni.Agents.SignInAsync(new() { Id = Bob, DisplayName = "Bob" });
        var id = (await desk.Omni.Agents.PullAsync(Ann)).Conversation;
        await desk.Omni.Agents.TransferAsync(Ann, id, new() { Queue = new("back-office") });
        Assert.True((await desk.Omni.Agents.ClaimAsync(Bob, id)).Accepted);
        await desk.Omni.Agents.TransferAsync(Bob, id, new() { Queue = new("branch") });
        Assert.True((await desk.Omni.Agents.ClaimAsync(Ann, id)).Accepted);
        await desk.Omni.Agents.CloseAsync(Ann, id);

        var report = (await StatisticsAsync(desk)).Report();

        Assert.Equal((2, 1, 1), (report.Offered, report.Answered, report.Duplicates));
        Assert.Equal(new() { Contacts = 2, Moves = 2, Moved = 1, Returns = 1, PingPongs = 1, PingPonged = 1 }, report.BetweenQueues);
        Assert.Equal(new() { Contacts = 1, Moves = 2, Moved = 1, Returns = 1, PingPongs = 1, PingPonged = 1 }, report.BetweenAgents);
    }

    [Fact]
    public async Task J10_CallerWhoHangsUpInTheQueue_IsAbandonmentAndTheAnsweredOneIsNot()
    {
        await using var desk = await OpenAsync();
        await desk.Omni.Agents.SignInAsync(new() { Id = Ann, DisplayName = "Ann", Phone = new("tel:+81312345678") });
        await desk.SignalAsync(desk.Phone, "+819011110001", SignalKind.CallStarted, "c1");
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(30));
        await desk.SignalAsync(desk.Phone, "+819011110001", SignalKind.CallEnded, "c1");
        await desk.SignalAsync(desk.Phone, "+819011110002", SignalKind.CallStarted, "c2");
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(10));
        var conversations = desk.Store.Rows.Keys.Where(k => k.Table == StateTable.Conversations).Select(k => new ConversationId(k.Key)).ToList();
        var second = await SecondAsync(desk, conversations);
        Assert.True((await desk.Omni.Agents.ClaimAsync(Ann, second)).Accepted);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(90));
        await desk.SignalAsync(desk.Phone, "+819011110002", SignalKind.CallEnded, "c2");
        await desk.Omni.Agents.CloseAsync(Ann, second);

        var report = (await StatisticsAsync(desk)).Report();

        Assert.Equal((2, 1, 1, 0.5), (report.Offered, report.Answered, report.Abandoned, report.AbandonmentRate));
        Assert.Equal((30.0, 10.0, 90.0), (report.AverageTimeToAbandon.TotalSeconds, report.AverageSpeedOfAnswer.TotalSeconds, report.AverageHandleTime.TotalSeconds));
    }

    private static Task<TestDesk> OpenAsync() => TestDesk.OpenAsync(omni => omni
        .AddQueue("branch", q => q.With(core => core.Pull = true)).AddQueue("back-office", q => q.With(core => core.Pull = true)).RouteInbound(r => r.DefaultQueue("branch")));

    private static async Task ServeNextAsync(TestDesk desk, TimeSpan time)
    {
        var pulled = await desk.Omni.Agents.PullAsync(Ann);
        Assert.True(pulled.Accepted);
        await desk.Host.AdvanceAsync(time);
        await desk.Omni.Agents.CloseAsync(Ann, pulled.Conversation);
    }

    private static async Task<ConversationId> SecondAsync(TestDesk desk, IReadOnlyList<ConversationId> all)
    {
        foreach (var id in all)
        {
            if ((await desk.TimelineAsync(id)).All(e => e.Detail != "ended"))
            {
                return id;
            }
        }

        throw new InvalidOperationException("All ended.");
    }

    private static async Task<ContactStatistics> StatisticsAsync(TestDesk desk)
    {
        await desk.Host.SettleAsync();
        var statistics = new ContactStatistics();
        foreach (var key in desk.Store.Rows.Keys.Where(k => k.Table == StateTable.Conversations))
        {
            statistics.AddRange((await desk.Omni.Conversations.TimelineAsync(new(key.Key)).ToListAsync()).Select(ContactSteps.Of).OfType<ContactStep>());
        }

        return statistics;
    }
}
