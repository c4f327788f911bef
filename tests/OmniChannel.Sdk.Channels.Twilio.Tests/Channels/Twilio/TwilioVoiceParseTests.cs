using OmniChannel.Fakes;

namespace OmniChannel.Channels.Twilio;

public class TwilioVoiceParseTests
{
    private const string AgentLeg = "CA000000000000000000000000000000a1";
    private static readonly TwilioVoiceChannel Channel = new(new HttpClient());

    [Fact]
    public void Parse_IncomingCall_StartsASessionWithObservedNumber()
    {
        var signal = Signal("", ("CallStatus", "ringing"));

        Assert.Equal(SignalKind.CallStarted, signal.Signal);
        Assert.Equal(Sample.CallSid, signal.SessionId);
        Assert.Equal(Sample.Customer, signal.Sender);
        Assert.Equal(Sample.CallSid + ":started", signal.DedupeKey);
        Assert.Equal(
            new IdentifierEvidence { Identifier = Identifier.Phone(Sample.Customer), Assurance = Assurance.Observed, Source = "caller-id" },
            Assert.Single(signal.Evidence));
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("Restricted")]
    [InlineData("+266696687")]
    [InlineData("+7378742833")]
    [InlineData("+2562533")]
    [InlineData("+8656696")]
    [InlineData("+86282452253")]
    [InlineData("")]
    public void Parse_WithheldNumber_GivesNoEvidenceAndASenderOfItsOwn(string from)
    {
        var signal = Assert.IsType<SignalReceived>(Parse("", ("CallSid", Sample.CallSid), ("From", from), ("CallStatus", "ringing")));

        Assert.Empty(signal.Evidence);
        Assert.Equal("call:" + Sample.CallSid, signal.Sender);
    }

    [Fact]
    public void Parse_SipCaller_GivesNoEvidence() =>
        Assert.Empty(Parse("", ("CallSid", Sample.CallSid), ("From", "sip:desk@pbx.example"), ("CallStatus", "ringing")).Evidence);

    [Fact]
    public void Parse_Speech_IsAMessageOfTheSession()
    {
        var message = Assert.IsType<MessageReceived>(Call("?event=gather&step=3", ("SpeechResult", "返品したいです"), ("Confidence", "0.9")));

        Assert.Equal("返品したいです", Assert.IsType<TextContent>(Assert.Single(message.Content)).Text);
        Assert.Equal(Sample.CallSid, message.SessionId);
        Assert.Equal(Sample.CallSid + ":gather:3", message.DedupeKey);
    }

    [Fact]
    public void Parse_Key_IsAChoice()
    {
        var message = Assert.IsType<MessageReceived>(Call("?event=gather&step=3", ("Digits", "2"), ("SpeechResult", "")));

        Assert.Equal(new ChoiceReplyContent { OptionId = "2", Label = "2" }, Assert.Single(message.Content));
    }

    [Fact]
    public void Parse_KeyPressedAtTheEnd_IsStillHeard() =>
        Assert.IsType<MessageReceived>(Call("?event=gather&step=3", ("Digits", "2"), ("CallStatus", "completed")));

    [Theory]
    [InlineData("?event=poll&step=4", ":poll:4")]
    [InlineData("?event=poll&step=18c2-1.4", ":poll:18c2-1.4")]
    [InlineData("?event=gather&step=5", ":gather:5")]
    public void Parse_EndOfAWait_IsAPollOfThatStep(string query, string key)
    {
        var signal = Signal(query, ("CallStatus", "in-progress"));

        Assert.Equal(SignalKind.CallPolled, signal.Signal);
        Assert.Equal(Sample.CallSid + key, signal.DedupeKey);
    }

    [Theory]
    [InlineData("busy", "in-progress", "call-unanswered")]
    [InlineData("no-answer", "in-progress", "call-unanswered")]
    [InlineData("failed", "in-progress", "call-unanswered")]
    [InlineData("canceled", "in-progress", "call-unanswered")]
    [InlineData("no-answer", "completed", "call-ended")]
    [InlineData("canceled", "completed", "call-ended")]
    [InlineData("completed", "in-progress", "call-ended")]
    [InlineData("answered", "in-progress", "call-ended")]
    [InlineData("completed", "completed", "call-ended")]
    public void Parse_EndOfADial_DependsOnBothLegs(string dialStatus, string callStatus, string signal) => Assert.Equal(
        signal, Signal("?event=dial&step=6", ("DialCallStatus", dialStatus), ("CallStatus", callStatus)).Signal.Name);

    [Fact]
    public void Parse_DialThatWasNeverBridged_IsUnanswered() => Assert.Equal(
        SignalKind.CallUnanswered,
        Signal("?event=dial&step=6", ("DialCallStatus", "completed"), ("DialBridged", "false"), ("CallStatus", "in-progress")).Signal);

    [Fact]
    public void Parse_AgentAnswers_ConnectsTheCallersSession()
    {
        var signal = Assert.IsType<SignalReceived>(Parse(
            "?event=agent&step=7",
            ("CallSid", AgentLeg), ("ParentCallSid", Sample.CallSid), ("CallStatus", "in-progress"), ("From", Sample.Customer), ("To", "+818011112222"),
            ("CallbackSource", "call-progress-events"), ("SequenceNumber", "2"), ("Timestamp", "Sun, 01 Mar 2026 08:59:58 +0000")));

        Assert.Equal(SignalKind.CallConnected, signal.Signal);
        Assert.Equal(Sample.CallSid, signal.SessionId);
        Assert.Equal(AgentLeg + ":in-progress", signal.DedupeKey);
        Assert.Equal(Sample.Now.AddSeconds(-2), signal.OccurredAt);
    }

    [Fact]
    public void Parse_AgentAnswersAnAnonymousCaller_NamesTheCallersSender()
    {
        var signal = Parse("?event=agent&step=7", ("CallSid", AgentLeg), ("ParentCallSid", Sample.CallSid), ("CallStatus", "in-progress"), ("From", "anonymous"));

        Assert.Equal("call:" + Sample.CallSid, signal.Sender);
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("busy")]
    [InlineData("failed")]
    [InlineData("no-answer")]
    [InlineData("canceled")]
    public void Parse_StatusCallback_EndsTheCall(string status)
    {
        var signal = Signal("", ("CallStatus", status), ("CallbackSource", "call-progress-events"));

        Assert.Equal(SignalKind.CallEnded, signal.Signal);
        Assert.Equal(Sample.CallSid + ":ended", signal.DedupeKey);
    }

    [Fact]
    public void Parse_EndSeenTwice_HasOneKey() => Assert.Equal(
        Signal("", ("CallStatus", "completed")).DedupeKey,
        Signal("?event=dial&step=6", ("DialCallStatus", "completed"), ("CallStatus", "completed")).DedupeKey);

    [Fact]
    public void Parse_TargetThatCannotBeDialled_IsUnanswered() =>
        Assert.Equal(SignalKind.CallUnanswered, Signal("?event=unreachable&step=8", ("CallStatus", "in-progress")).Signal);

    [Fact]
    public void Parse_FallbackAddress_IsTheFailedDeliveryOnceMore()
    {
        var failed = Signal("?event=poll&step=4", ("CallStatus", "in-progress"));
        var again = Signal("", ("CallStatus", "in-progress"), ("ErrorCode", "11200"), ("ErrorUrl", Sample.VoiceUrl + "?event=poll&step=4"));

        Assert.Equal(failed.DedupeKey, again.DedupeKey);
        Assert.Equal(failed.Signal, again.Signal);
    }

    [Theory]
    [InlineData("", "CallStatus", "in-progress")]
    [InlineData("?event=agent&step=1", "CallStatus", "completed")]
    [InlineData("?event=dance&step=1", "CallStatus", "in-progress")]
    public void Parse_AnotherKindOfEvent_IsKeptAsUnknown(string query, string name, string value) => Assert.IsType<UnknownEvent>(Parse(
        query, ("CallSid", Sample.CallSid), ("ParentCallSid", Sample.CallSid), (name, value), ("From", Sample.Customer), ("CallbackSource", "call-progress-events")));

    [Fact]
    public void Parse_NoCall_IsKeptAsUnknown() => Assert.IsType<UnknownEvent>(Parse("", ("Hello", "1")));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("2147483647")]
    public void Parse_StepThatIsNone_CountsFromZero(string step) =>
        Assert.Equal(Sample.CallSid + ":poll:0", Signal("?event=poll&step=" + step, ("CallStatus", "in-progress")).DedupeKey);

    private static SignalReceived Signal(string query, params (string Name, string Value)[] fields) => Assert.IsType<SignalReceived>(Call(query, fields));

    private static ChannelEvent Call(string query, params (string Name, string Value)[] fields) =>
        Parse(query, [("CallSid", Sample.CallSid), ("From", Sample.Customer), ("To", Sample.Shop), .. fields]);

    private static ChannelEvent Parse(string query, params (string Name, string Value)[] fields) =>
        Assert.Single(Channel.Parse(Sample.Post(new(Sample.VoiceUrl + query), fields), Sample.Voice()));
}
