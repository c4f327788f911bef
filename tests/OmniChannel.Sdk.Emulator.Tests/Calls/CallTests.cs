namespace OmniChannel.Calls;

public sealed class CallTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Call_ThatWaits_PollsAfterEachPauseWithItsStep()
    {
        var time = new ManualTime();
        await using var shop = await Shop.StartAsync(null, time);
        var sid = shop.Emulator.Call(Shop.Customer);
        await time.WhenWaitingAsync(Pause);
        var call = await shop.Emulator.WaitForCallAsync(sid, c => c.Phase == "holding").WaitAsync(TestTimeouts.Default);
        Assert.Equal(("in-progress", "You are next in line."), (call.Status, Assert.Single(call.Lines).Text));
        Assert.Equal("ringing", shop.Requests[0].Field("CallStatus"));
        time.Advance(Pause);
        var poll = await shop.WaitForAsync(r => r.Is(SignalKind.CallPolled));
        Assert.Equal((sid, "poll"), (poll.Field("CallSid"), poll.Http.Query["event"]));
    }

    [Fact]
    public async Task Digits_WhileItListens_AreTheAnswer()
    {
        await using var shop = await Shop.StartAsync();
        shop.Decide = e => e is SignalReceived { Signal: var s } && s == SignalKind.CallStarted
            ? [new GatherCommand { Text = "How can we help?", Options = [new() { Id = "1", Label = "Orders" }, new() { Id = "2", Label = "Other" }], Locale = new("en") }]
            : [new WaitCommand { Locale = new("en") }];
        var sid = shop.Emulator.Call(Shop.Customer);
        await shop.Emulator.WaitForCallAsync(sid, c => c.Phase == "listening").WaitAsync(TestTimeouts.Default);
        Assert.True(shop.Emulator.Press(sid, "2"));
        var answer = await shop.WaitForAsync(r => r.Events is [MessageReceived]);
        var choice = Assert.IsType<ChoiceReplyContent>(Assert.Single(((MessageReceived)answer.Events[0]).Content));
        Assert.Equal("2", choice.OptionId);
    }

    [Fact]
    public async Task Speech_WhileItListens_IsTheAnswer()
    {
        await using var shop = await Shop.StartAsync();
        shop.Decide = e => e is SignalReceived { Signal: var s } && s == SignalKind.CallStarted
            ? [new GatherCommand { Text = "ご用件をどうぞ。", Locale = new("ja") }]
            : [new HangUpCommand()];
        var sid = shop.Emulator.Call(Shop.Customer);
        await shop.Emulator.WaitForCallAsync(sid, c => c.Phase == "listening").WaitAsync(TestTimeouts.Default);
        Assert.True(shop.Emulator.Speak(sid, "靴の交換です"));
        var call = await shop.Emulator.WaitForCallAsync(sid, c => !c.IsLive).WaitAsync(TestTimeouts.Default);
        Assert.Equal("靴の交換です", shop.Events.OfType<MessageReceived>().Single().Content.OfType<TextContent>().Single().Text);
        Assert.Equal(["line", "caller"], call.Lines.Select(l => l.Who));
        Assert.Equal("ja-JP", call.Lines[0].Language);
    }

    [Fact]
    public async Task Connect_OfALiveCall_RingsTheAgentBridgesAndEnds()
    {
        await using var shop = await Shop.StartAsync();
        var sid = await HoldAsync(shop);
        Assert.True((await shop.ControlAsync(new ConnectCommand { Target = new("sip:aoki@pbx.example") }, sid)).IsSent);
        var connected = await shop.WaitForAsync(r => r.Is(SignalKind.CallConnected));
        var call = await shop.Emulator.WaitForCallAsync(sid, c => c.Phase == "talking").WaitAsync(TestTimeouts.Default);
        Assert.Equal((call.Agent!.Sid, sid), (connected.Field("CallSid"), connected.Field("ParentCallSid")));
        Assert.Equal("sip:aoki@pbx.example", call.Agent.Target);
        Assert.True(shop.Emulator.AgentSpeak(sid, "Hello, Aoki speaking."));
        Assert.True(shop.Emulator.AgentHangUp(sid));
        await shop.Emulator.WaitForCallAsync(sid, c => !c.IsLive).WaitAsync(TestTimeouts.Default);
        await shop.Emulator.WhenQuietAsync().WaitAsync(TestTimeouts.Default);
        var dial = Assert.Single(shop.Requests, r => r.Http.Query["event"] == "dial");
        Assert.Equal(("completed", "true"), (dial.Field("DialCallStatus"), dial.Field("DialBridged")));
        Assert.Equal("call-progress-events", shop.Requests[^1].Field("CallbackSource"));
        Assert.True(shop.Requests[^1].Is(SignalKind.CallEnded));
    }

    [Fact]
    public async Task Transfer_DuringATalk_EndsTheFirstLegAndRingsTheNext()
    {
        await using var shop = await Shop.StartAsync();
        var sid = await HoldAsync(shop);
        await shop.ControlAsync(new ConnectCommand { Target = new("tel:+81311111111") }, sid);
        await shop.Emulator.WaitForCallAsync(sid, c => c.Phase == "talking").WaitAsync(TestTimeouts.Default);
        await shop.ControlAsync(new ConnectCommand { Target = new("tel:+81322222222") }, sid);
        var call = await shop.Emulator.WaitForCallAsync(sid, c => c is { Phase: "talking", Agent.Target: "+81322222222" })
            .WaitAsync(TestTimeouts.Default);
        Assert.True(call.IsLive);
        Assert.DoesNotContain(shop.Requests, r => r.Http.Query["event"] == "dial");
    }

    [Fact]
    public async Task Agent_WhoDeclines_LeavesTheCallerInTheLine()
    {
        await using var shop = await Shop.StartAsync(
            o => o.AgentPhones.Add(new() { Target = "+81311111111", Name = "Aoki", AnswersItself = false }));
        var sid = await HoldAsync(shop);
        await shop.ControlAsync(new ConnectCommand { Target = new("tel:+81311111111") }, sid);
        var ringing = await shop.Emulator.WaitForCallAsync(sid, c => c.Phase == "connecting").WaitAsync(TestTimeouts.Default);
        Assert.Equal("Aoki", ringing.Agent!.Name);
        Assert.True(shop.Emulator.AgentHangUp(sid));
        var dial = await shop.WaitForAsync(r => r.Is(SignalKind.CallUnanswered));
        Assert.Equal(("busy", "false"), (dial.Field("DialCallStatus"), dial.Field("DialBridged")));
        Assert.True((await shop.Emulator.WaitForCallAsync(sid, c => c.Phase == "holding").WaitAsync(TestTimeouts.Default)).IsLive);
    }

    [Fact]
    public async Task Agent_WhoDoesNotAnswer_IsGivenUpAfterTheDialTimeout()
    {
        var time = new ManualTime();
        await using var shop = await Shop.StartAsync(
            o => o.AgentPhones.Add(new() { Target = "+81311111111", AnswersItself = false }), time);
        var sid = await HoldAsync(shop);
        await shop.ControlAsync(new ConnectCommand { Target = new("tel:+81311111111") }, sid);
        await time.WhenWaitingAsync(TimeSpan.FromSeconds(20));
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("no-answer", (await shop.WaitForAsync(r => r.Is(SignalKind.CallUnanswered))).Field("DialCallStatus"));
    }

    [Fact]
    public async Task Caller_WhoHangsUpInATalk_EndsItForBothAndSaysSo()
    {
        await using var shop = await Shop.StartAsync();
        var sid = await HoldAsync(shop);
        await shop.ControlAsync(new ConnectCommand { Target = new("tel:+81311111111") }, sid);
        await shop.Emulator.WaitForCallAsync(sid, c => c.Phase == "talking").WaitAsync(TestTimeouts.Default);
        Assert.True(shop.Emulator.HangUp(sid));
        await shop.Emulator.WhenQuietAsync().WaitAsync(TestTimeouts.Default);
        Assert.Equal(2, shop.Requests.Count(r => r.Is(SignalKind.CallEnded)));
        Assert.Single(shop.Events.OfType<SignalReceived>().Where(s => s.Signal == SignalKind.CallEnded).DistinctBy(s => s.DedupeKey));
        Assert.Equal("completed", shop.Emulator.Snapshot.Calls[^1].Agent!.Status);
        Assert.False(shop.Emulator.HangUp(sid));
    }

    [Fact]
    public async Task Control_OfACallThatIsOver_IsUnreachable()
    {
        await using var shop = await Shop.StartAsync();
        var sid = await HoldAsync(shop);
        Assert.True((await shop.ControlAsync(new HangUpCommand(), sid)).IsSent);
        await shop.Emulator.WhenQuietAsync().WaitAsync(TestTimeouts.Default);
        Assert.Equal("completed", shop.Emulator.Snapshot.Calls[^1].Status);
        Assert.Equal(SendErrorKind.Unreachable, (await shop.ControlAsync(new SayCommand { Text = "Hello" }, sid)).Error!.Kind);
    }

    [Fact]
    public async Task Application_ThatFails_IsHeardAndEndsTheCall()
    {
        await using var shop = await Shop.StartAsync();
        shop.Status = r => r.Http.Query.Count == 0 && r.Field("CallStatus") == "ringing" ? 500 : 200;
        var sid = shop.Emulator.Call(Shop.Customer);
        var call = await shop.Emulator.WaitForCallAsync(sid, c => !c.IsLive).WaitAsync(TestTimeouts.Default);
        Assert.Equal(("failed", "An application error has occurred. Goodbye."), (call.Status, Assert.Single(call.Lines).Text));
    }

    [Fact]
    public async Task Phone_InACall_CannotRingAgain()
    {
        await using var shop = await Shop.StartAsync();
        await HoldAsync(shop);
        Assert.Throws<InvalidOperationException>(() => shop.Emulator.Call(Shop.Customer));
    }

    private static async Task<string> HoldAsync(Shop shop)
    {
        var sid = shop.Emulator.Call(Shop.Customer);
        await shop.Emulator.WaitForCallAsync(sid, c => c.Phase == "holding").WaitAsync(TestTimeouts.Default);
        return sid;
    }
}
