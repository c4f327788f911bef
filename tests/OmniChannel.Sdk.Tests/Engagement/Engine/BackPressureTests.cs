using OmniChannel.Fakes;

namespace OmniChannel.Engagement.Engine;

/// <summary>Back-pressure loses nothing: a request waits, then is told to come again.</summary>
public sealed class BackPressureTests
{
    [Fact]
    public async Task Webhook_WhileNothingCanBeCommitted_Is503WithRetryAfterAndIsTakenOnceLater()
    {
        await using var desk = await TelDesk.OpenAsync();
        var gate = new TaskCompletionSource();
        var writing = new TaskCompletionSource();
        desk.Store.OnCommit = async (_, write) =>
        {
            writing.TrySetResult();
            await gate.Task;
            return await write();
        };
        var waiting = TelDesk.ReceiveAsync(desk, "1");
        await writing.Task.WaitAsync(TestTimeouts.Default);

        desk.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.False(waiting.IsCompleted);
        desk.Time.Advance(TimeSpan.FromSeconds(2));
        var response = await waiting.WaitAsync(TestTimeouts.Default);

        Assert.Equal((503, 1.0), (response.StatusCode, response.RetryAfter!.Value.TotalSeconds));
        gate.SetResult();
        Assert.Equal(200, (await TelDesk.ReceiveAsync(desk, "1")).StatusCode);
        Assert.Single(desk.Store.Journal, j => j.InputKind == "channel");
    }

    [Fact]
    public async Task Webhook_WhileTheEngineLoads_WaitsAndIsTaken()
    {
        var gate = new TaskCompletionSource();
        var store = new StoreDouble { OnRead = () => gate.Task };
        var opening = TelDesk.OpenAsync(store);
        Assert.False(opening.IsCompleted);
        gate.SetResult();
        await using var desk = await opening.WaitAsync(TestTimeouts.Default);
        Assert.Equal(200, (await TelDesk.ReceiveAsync(desk, "1")).StatusCode);
    }

    [Fact]
    public async Task Webhook_AfterTheEngineStopped_Is503()
    {
        await using var desk = await TelDesk.OpenAsync();
        desk.Store.OnCommit = (_, _) => Task.FromResult(CommitOutcome.LeaseLost);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(503, (await TelDesk.ReceiveAsync(desk, "1")).StatusCode);
        }
    }

    [Fact]
    public async Task Mailbox_ThatIsFull_MakesCallersWaitAndTakesEverythingInTheEnd()
    {
        var activity = new EngineActivity();
        var mailbox = new Mailbox(activity, capacity: 2);
        await mailbox.EnqueueAsync(new PoisonInput(), CancellationToken.None);
        await mailbox.EnqueueAsync(new PoisonInput(), CancellationToken.None);
        using var patience = new CancellationTokenSource();
        var third = mailbox.EnqueueAsync(new PoisonInput(), patience.Token);
        var fourth = mailbox.EnqueueAsync(new PoisonInput(), CancellationToken.None);
        Assert.False(third.IsCompleted);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await await third);
        Assert.True(mailbox.Reader.TryRead(out _));
        await fourth.WaitAsync(TestTimeouts.Default);

        Assert.Equal(2, mailbox.Count);
        Assert.Equal(3, activity.Pending);
    }

    [Fact]
    public async Task Mailbox_ThatIsClosed_RefusesWithoutLeavingAnybodyWaiting()
    {
        var activity = new EngineActivity();
        var mailbox = new Mailbox(activity);
        mailbox.Close();
        await Assert.ThrowsAsync<EngineUnavailableException>(() => mailbox.PostAsync(new PoisonInput(), CancellationToken.None));
        Assert.True(activity.WhenIdleAsync().IsCompleted);
    }
}
