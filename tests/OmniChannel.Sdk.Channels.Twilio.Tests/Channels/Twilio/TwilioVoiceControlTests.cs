using OmniChannel.Fakes;

namespace OmniChannel.Channels.Twilio;

public class TwilioVoiceControlTests
{
    private const string Hook = "https://shop.example/omni/webhooks/voice/main";
    private const string Updated = """{"sid":"CA00000000000000000000000000000001","status":"in-progress"}""";

    [Fact]
    public async Task Control_HangUp_CompletesTheCall()
    {
        var (result, handler) = await ControlAsync(new HangUpCommand());

        Assert.True(result.IsSent);
        Assert.Equal($"https://api.twilio.com/2010-04-01/Accounts/{Sample.AccountSid}/Calls/{Sample.CallSid}.json", handler.Request!.RequestUri!.AbsoluteUri);
        Assert.Equal(Sample.Fields(("Status", "completed")), handler.Form);
    }

    [Fact]
    public async Task Control_Connect_SendsADial()
    {
        var (_, handler) = await ControlAsync(new ConnectCommand { Target = new("tel:+818011112222") });

        Assert.Equal(
            $"""<Response><Dial action="{Hook}?event=dial&amp;step=19ca8a03e80-1.1" method="POST" timeout="20"><Number statusCallback="{Hook}?event=agent&amp;step=19ca8a03e80-1.2" statusCallbackMethod="POST" statusCallbackEvent="answered">+818011112222</Number></Dial></Response>""",
            handler.Form["Twiml"]);
    }

    [Fact]
    public async Task Control_Say_SpeaksAndComesBack()
    {
        var (_, handler) = await ControlAsync(new SayCommand { Text = "One moment.", Locale = Locale.English });

        Assert.Equal(
            $"""<Response><Say language="en-US">One moment.</Say><Pause length="2" /><Redirect method="POST">{Hook}?event=poll&amp;step=19ca8a03e80-1.1</Redirect></Response>""",
            handler.Form["Twiml"]);
    }

    [Fact]
    public async Task Control_TwiceAtTheSameInstant_HasDifferentSteps()
    {
        var handler = ScriptedHandler.Answering(200, Updated);
        var channel = new TwilioVoiceChannel(handler.Client);
        var command = new ConnectCommand { Target = new("tel:+818011112222") };
        await channel.ControlAsync(command, Sample.CallSid, Sample.Voice(), default);
        var first = handler.Form["Twiml"];
        await channel.ControlAsync(command, Sample.CallSid, Sample.Voice(), default);

        Assert.NotEqual(first, handler.Form["Twiml"]);
    }

    [Fact]
    public async Task Control_TargetThatCannotBeDialled_IsPermanent()
    {
        var (result, handler) = await ControlAsync(new ConnectCommand { Target = new("https://shop.example/") });

        Assert.Equal(SendErrorKind.Permanent, result.Error!.Kind);
        Assert.Equal(0, handler.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CA1/../../Messages")]
    [InlineData("session-1")]
    public async Task Control_SessionThatIsNoCall_MakesNoRequest(string session)
    {
        var handler = ScriptedHandler.Answering(200, Updated);
        var result = await new TwilioVoiceChannel(handler.Client).ControlAsync(new HangUpCommand(), session, Sample.Voice(), default);

        Assert.Equal(SendErrorKind.Unreachable, result.Error!.Kind);
        Assert.Equal(0, handler.Calls);
    }

    [Theory]
    [InlineData(400, 21220, SendErrorKind.Unreachable)]
    [InlineData(404, 20404, SendErrorKind.Unreachable)]
    [InlineData(401, 20003, SendErrorKind.Credentials)]
    [InlineData(429, 20429, SendErrorKind.Throttled)]
    [InlineData(500, 20500, SendErrorKind.Ambiguous)]
    public async Task Control_ErrorOfTheApi_IsClassified(int status, int code, SendErrorKind kind)
    {
        var handler = ScriptedHandler.Answering(status, $$"""{"code":{{code}}}""");
        var result = await new TwilioVoiceChannel(handler.Client).ControlAsync(new HangUpCommand(), Sample.CallSid, Sample.Voice(), default);

        Assert.Equal(kind, result.Error!.Kind);
    }

    [Fact]
    public async Task Send_TextDuringACall_SpeaksItAndPolls()
    {
        var (result, handler) = await SendAsync(Sample.CallSid, new TextContent("担当者が確認しています。"));
        var id = new MessageId(77);

        Assert.Equal([$"{Sample.CallSid}:{id}"], result.ProviderMessageIds);
        Assert.Equal(
            $"""<Response><Say language="ja-JP">担当者が確認しています。</Say><Pause length="2" /><Redirect method="POST">{Hook}?event=poll&amp;step={id}.1</Redirect></Response>""",
            handler.Form["Twiml"]);
    }

    [Fact]
    public async Task Send_Choice_Gathers()
    {
        var (_, handler) = await SendAsync(Sample.CallSid, new ChoiceContent { Text = "続けますか?", Options = [new() { Id = "y", Label = "はい" }] });

        Assert.Contains("<Gather ", handler.Form["Twiml"], StringComparison.Ordinal);
        Assert.Contains("はいは1を押してください。", handler.Form["Twiml"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithoutACall_ReachesNobody()
    {
        var (result, handler) = await SendAsync(null, new TextContent("a"));

        Assert.Equal(SendErrorKind.Unreachable, result.Error!.Kind);
        Assert.Equal(0, handler.Calls);
    }

    [Theory]
    [InlineData("&", 2000)]
    [InlineData("あ", 4000)]
    public async Task Send_MoreThanTheTwimlParameterTakes_IsRefusedWithoutACall(string text, int times)
    {
        var (result, handler) = await SendAsync(Sample.CallSid, new TextContent(string.Concat(Enumerable.Repeat(text, times))));

        Assert.Equal(SendErrorKind.ContentRefused, result.Error!.Kind);
        Assert.Equal(0, handler.Calls);
    }

    [Fact]
    public async Task Send_LongestTextOfTheCapabilities_Fits()
    {
        var channel = new TwilioVoiceChannel(new HttpClient());
        var (result, _) = await SendAsync(Sample.CallSid, new TextContent(new string('あ', channel.Describe(Sample.Voice()).Text!.Max)));

        Assert.True(result.IsSent);
    }

    [Fact]
    public async Task Send_ContentOfAnotherKind_IsRefusedWithoutACall()
    {
        var (result, handler) = await SendAsync(Sample.CallSid, new TextContent("a"), new LocationContent { Latitude = 1, Longitude = 2 });

        Assert.Equal(SendErrorKind.ContentRefused, result.Error!.Kind);
        Assert.Equal(0, handler.Calls);
    }

    [Fact]
    public async Task Control_HostWithoutAPublicAddress_IsPermanent()
    {
        var account = new ChannelAccount<TwilioVoiceOptions> { Id = Sample.Voice().Id, Options = Sample.Voice().Options };
        var result = await new TwilioVoiceChannel(new HttpClient()).ControlAsync(new SayCommand { Text = "a" }, Sample.CallSid, account, default);

        Assert.Equal(SendErrorKind.Permanent, result.Error!.Kind);
    }

    [Fact]
    public async Task Control_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new TwilioVoiceChannel(ScriptedHandler.Answering(200, Updated).Client)
            .ControlAsync(new HangUpCommand(), Sample.CallSid, Sample.Voice(), source.Token));
    }

    [Fact]
    public void Describe_Account_IsAVoiceThatAnswersRequests()
    {
        var capabilities = new TwilioVoiceChannel(new HttpClient()).Describe(Sample.Voice());

        Assert.Equal(ChannelMedium.Voice, capabilities.Medium);
        Assert.Equal(DeliveryMode.Response, capabilities.Delivery);
        Assert.Equal(9, capabilities.Choice!.MaxOptions);
        Assert.Empty(capabilities.ReachableBy);
    }

    private static async Task<(SendResult Result, ScriptedHandler Handler)> ControlAsync(CallCommand command)
    {
        var handler = ScriptedHandler.Answering(200, Updated);
        return (await new TwilioVoiceChannel(handler.Client).ControlAsync(command, Sample.CallSid, Sample.Voice(), default), handler);
    }

    private static async Task<(SendResult Result, ScriptedHandler Handler)> SendAsync(string? session, params MessageContent[] contents)
    {
        var handler = ScriptedHandler.Answering(200, Updated);
        return (await new TwilioVoiceChannel(handler.Client).SendAsync(Sample.Outbound(session, contents), Sample.Voice(), default), handler);
    }
}
