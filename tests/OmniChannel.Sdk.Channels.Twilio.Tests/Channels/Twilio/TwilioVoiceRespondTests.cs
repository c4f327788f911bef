using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Fakes;

namespace OmniChannel.Channels.Twilio;

public class TwilioVoiceRespondTests
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    private const string Hook = "https://shop.example/omni/webhooks/voice/main";
    private static readonly TwilioVoiceChannel Channel = new(new HttpClient());

    [Fact]
    public void Respond_NothingDecided_PausesAndPolls() => Golden(
        "",
        [],
        $"""<Response><Pause length="2" /><Redirect method="POST">{Hook}?event=poll&amp;step=1</Redirect></Response>""");

    [Fact]
    public void Respond_Say_SpeaksAndPolls() => Golden(
        "?event=poll&step=4",
        [new SayCommand { Text = "<山田> & co", Locale = Locale.Japanese }],
        $"""<Response><Say language="ja-JP">&lt;山田&gt; &amp; co</Say><Pause length="2" /><Redirect method="POST">{Hook}?event=poll&amp;step=5</Redirect></Response>""");

    [Fact]
    public void Respond_OpenQuestion_GathersSpeechAndKeys() => Golden(
        "",
        [new GatherCommand { Text = "How can we help?", Locale = Locale.English }],
        $"""<Response><Gather input="dtmf speech" action="{Hook}?event=gather&amp;step=1" method="POST" language="en-US" speechTimeout="auto"><Say language="en-US">How can we help?</Say></Gather><Redirect method="POST">{Hook}?event=poll&amp;step=2</Redirect></Response>""");

    [Fact]
    public void Respond_ClosedQuestion_ReadsTheKeys() => Golden(
        "?event=gather&step=2",
        [new GatherCommand { Text = "ご用件は?", Locale = new("ja-JP"), Options = [new() { Id = "a", Label = "返品" }, new() { Id = "b", Label = "その他" }] }],
        $"""<Response><Gather input="dtmf speech" action="{Hook}?event=gather&amp;step=3" method="POST" language="ja-JP" speechTimeout="auto" numDigits="1" hints="返品,その他"><Say language="ja-JP">ご用件は?返品は1を押してください。その他は2を押してください。</Say></Gather><Redirect method="POST">{Hook}?event=poll&amp;step=4</Redirect></Response>""");

    [Fact]
    public void Respond_Wait_TellsThePlaceAndTheTime() => Golden(
        "?event=poll&step=1",
        [new WaitCommand { Locale = Locale.Japanese, Position = 3, ExpectedWait = TimeSpan.FromSeconds(61) }],
        $"""<Response><Say language="ja-JP">ただいま3番目にお待ちいただいています。待ち時間は約2分です。</Say><Pause length="15" /><Redirect method="POST">{Hook}?event=poll&amp;step=2</Redirect></Response>""");

    [Theory]
    [InlineData("en", null, null, "Please hold the line.")]
    [InlineData("en", 1, null, "You are next in line.")]
    [InlineData("en", 4, 1, "You are number 4 in line. The expected wait is about 1 minute.")]
    [InlineData("en-GB", 2, 120, "You are number 2 in line. The expected wait is about 2 minutes.")]
    [InlineData("ja", null, null, "このままお待ちください。")]
    [InlineData("ja-JP", 1, 59, "次にお繋ぎいたします。待ち時間は約1分です。")]
    [InlineData("fr", null, null, "Please hold the line.")]
    public void Respond_Wait_SpeaksTheCommandsLanguage(string locale, int? position, int? seconds, string text)
    {
        var wait = new WaitCommand { Locale = new(locale), Position = position, ExpectedWait = seconds is { } s ? TimeSpan.FromSeconds(s) : null };

        Assert.Equal(text, XElement.Parse(Body("", [wait])).Element("Say")!.Value);
    }

    [Fact]
    public void Respond_ConnectToANumber_DialsAndReportsBack() => Golden(
        "?event=poll&step=9",
        [new ConnectCommand { Target = new("tel:+81-80-1111-2222;ext=1") }, new SayCommand { Text = "never reached" }],
        $"""<Response><Dial action="{Hook}?event=dial&amp;step=10" method="POST" timeout="20"><Number statusCallback="{Hook}?event=agent&amp;step=11" statusCallbackMethod="POST" statusCallbackEvent="answered">+818011112222</Number></Dial></Response>""");

    [Fact]
    public void Respond_ConnectToSip_DialsTheAddress() => Golden(
        "?event=poll&step=9",
        [new ConnectCommand { Target = new("sip:agent-a@pbx.example;transport=tls") }],
        $"""<Response><Dial action="{Hook}?event=dial&amp;step=10" method="POST" timeout="45" callerId="+81312345678"><Sip statusCallback="{Hook}?event=agent&amp;step=11" statusCallbackMethod="POST" statusCallbackEvent="answered">sip:agent-a@pbx.example;transport=tls</Sip></Dial></Response>""",
        o => (o.CallerId, o.DialTimeout) = (Sample.Shop, TimeSpan.FromSeconds(45)));

    [Theory]
    [InlineData("tel:112")]
    [InlineData("https://shop.example/agent")]
    [InlineData("mailto:a@shop.example")]
    public void Respond_ConnectToAnythingElse_ReportsUnanswered(string target) => Golden(
        "?event=poll&step=9",
        [new ConnectCommand { Target = new(target) }],
        $"""<Response><Redirect method="POST">{Hook}?event=unreachable&amp;step=10</Redirect></Response>""");

    [Fact]
    public void Respond_HangUp_EndsTheDocument() => Golden(
        "",
        [new SayCommand { Text = "Goodbye.", Locale = Locale.English }, new HangUpCommand(), new SayCommand { Text = "never reached" }],
        """<Response><Say language="en-US">Goodbye.</Say><Hangup /></Response>""");

    [Fact]
    public void Respond_VoiceOfTheLanguage_IsNamed() => Golden(
        "",
        [new SayCommand { Text = "はい" }, new SayCommand { Text = "Yes", Locale = new("en-GB") }, new HangUpCommand()],
        """<Response><Say voice="Polly.Kazuha-Neural" language="ja-JP">はい</Say><Say language="en-GB">Yes</Say><Hangup /></Response>""",
        o => (o.Language, o.Voices["ja"]) = ("ja-JP", "Polly.Kazuha-Neural"));

    [Fact]
    public void Respond_AgentHungUp_HangsUpUnlessTheEngineHasPlans()
    {
        (string, string)[] fields = [("DialCallStatus", "completed"), ("CallStatus", "in-progress")];

        Assert.Equal(Head + "<Response><Hangup /></Response>", Text(Respond("?event=dial&step=6", [], fields)));
        Assert.Contains("survey", Text(Respond("?event=dial&step=6", [new SayCommand { Text = "survey" }], fields)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "completed")]
    [InlineData("?event=agent&step=3", "in-progress")]
    public void Respond_Report_IsAnEmptyOk(string query, string status)
    {
        var response = Respond(query, [new SayCommand { Text = "nobody hears it" }], ("CallStatus", status), ("CallbackSource", "call-progress-events"));

        Assert.Equal(200, response.StatusCode);
        Assert.True(response.Body.IsEmpty);
    }

    [Fact]
    public void Respond_Twice_IsTheSameDocument()
    {
        CallCommand[] commands = [new GatherCommand { Text = "?" }, new SayCommand { Text = "." }, new GatherCommand { Text = "!" }];

        Assert.Equal(Body("?event=poll&step=7", commands), Body("?event=poll&step=7", commands));
    }

    [Fact]
    public void Respond_AddressWithAQuery_KeepsIt()
    {
        var account = new ChannelAccount<TwilioVoiceOptions> { Id = Sample.Voice().Id, Options = new(), WebhookUrl = new(Hook + "?tenant=7") };
        var text = Text(Channel.Respond(Sample.Post(new(Hook), ("CallSid", Sample.CallSid)), new(), account));

        Assert.Contains("?tenant=7&amp;event=poll&amp;step=1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Respond_EveryAddressOfADocument_HasAStepOfItsOwn()
    {
        var text = Body("?event=poll&step=3", [new GatherCommand { Text = "a" }, new GatherCommand { Text = "b" }, new ConnectCommand { Target = new("sip:a@b.example") }]);
        var steps = text.Split("step=").Skip(1).Select(p => int.Parse(string.Concat(p.TakeWhile(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal([4, 5, 6, 7], steps);
    }

    [Fact]
    public void Respond_AnyText_IsWellFormedXml() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300 * Math.Max(1, Sample.Scale)),
        Prop.ForAll<string, string, char>((text, label, odd) =>
        {
            var commands = new CallCommand[]
            {
                new SayCommand { Text = text + odd },
                new GatherCommand { Text = odd + text, Options = [new() { Id = "1", Label = label + odd }] },
            };
            return XElement.Parse(Body("", commands)).Elements("Say").Count() == 1;
        }));

    private static void Golden(string query, CallCommand[] commands, string expected, Action<TwilioVoiceOptions>? configure = null) =>
        Assert.Equal(Head + expected, Body(query, commands, configure));

    private static string Body(string query, CallCommand[] commands, Action<TwilioVoiceOptions>? configure = null)
    {
        var request = Sample.Post(new(Hook + query), ("CallSid", Sample.CallSid), ("CallStatus", "in-progress"));
        var response = Channel.Respond(request, new() { Commands = commands }, Sample.Voice(configure));
        Assert.Equal("text/xml; charset=utf-8", response.ContentType);
        return Text(response);
    }

    private static WebhookResponse Respond(string query, CallCommand[] commands, params (string Name, string Value)[] fields) => Channel.Respond(
        Sample.Post(new(Hook + query), [("CallSid", Sample.CallSid), .. fields]), new() { Commands = commands }, Sample.Voice());

    private static string Text(WebhookResponse response) => Encoding.UTF8.GetString(response.Body.Span);
}
