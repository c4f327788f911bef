using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Fakes;

namespace OmniChannel.Channels.Twilio;

public class TwilioSmsParseTests
{
    private static readonly TwilioSmsChannel Channel = new(new HttpClient());

    [Fact]
    public void Parse_Text_IsAMessageWithObservedNumber()
    {
        var message = Assert.IsType<MessageReceived>(Assert.Single(Inbound(("Body", "まだ届きません\r\n😀"))));

        Assert.Equal(Sample.MessageSid, message.DedupeKey);
        Assert.Equal(Sample.MessageSid, message.ProviderMessageId);
        Assert.Equal(Sample.Customer, message.Sender);
        Assert.Equal(Sample.Now, message.OccurredAt);
        Assert.Equal("まだ届きません\n😀", Assert.IsType<TextContent>(Assert.Single(message.Content)).Text);
        Assert.Equal(
            new IdentifierEvidence { Identifier = Identifier.Phone(Sample.Customer), Assurance = Assurance.Observed, Source = "sms-sender" },
            Assert.Single(message.Evidence));
    }

    [Fact]
    public void Parse_Get_ReadsTheQuery()
    {
        var url = new Uri(Sample.SmsUrl + "?" + Sample.Encode(Sample.Fields(("MessageSid", Sample.MessageSid), ("From", Sample.Customer), ("Body", "a"))));
        var message = Channel.Parse(Sample.Raw("GET", url, "", "", null), Sample.Sms()).OfType<MessageReceived>().Single();

        Assert.Equal("a", message.Content[0].Preview);
    }

    [Fact]
    public void Parse_Media_KeepsOrderKindAndType()
    {
        var message = Assert.IsType<MessageReceived>(Assert.Single(Inbound(
            ("Body", ""), ("NumMedia", "4"),
            ("MediaUrl0", "https://api.twilio.com/m/0"), ("MediaContentType0", "image/jpeg"),
            ("MediaUrl1", "https://api.twilio.com/m/1"), ("MediaContentType1", "audio/amr"),
            ("MediaUrl2", "https://api.twilio.com/m/2"), ("MediaContentType2", "VIDEO/mp4"),
            ("MediaUrl3", "https://api.twilio.com/m/3"), ("MediaContentType3", "text/x-vcard"))));

        Assert.Equal(
            [MediaKind.Image, MediaKind.Audio, MediaKind.Video, MediaKind.File],
            message.Content.Cast<MediaContent>().Select(m => m.Media));
        Assert.Equal(new Uri("https://api.twilio.com/m/1"), ((MediaContent)message.Content[1]).Source);
        Assert.Equal("audio/amr", ((MediaContent)message.Content[1]).MediaType);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://a.example/x")]
    [InlineData("not an address")]
    public void Parse_MediaOfAnotherScheme_IsNoContent(string url)
    {
        var message = Assert.IsType<MessageReceived>(Assert.Single(Inbound(("Body", "see"), ("NumMedia", "1"), ("MediaUrl0", url))));

        Assert.IsType<TextContent>(Assert.Single(message.Content));
    }

    [Fact]
    public void Parse_EmptyMessage_HasOneEmptyText()
    {
        var message = Assert.IsType<MessageReceived>(Assert.Single(Inbound(("Body", ""), ("NumMedia", "0"))));

        Assert.Equal("", Assert.IsType<TextContent>(Assert.Single(message.Content)).Text);
    }

    [Theory]
    [InlineData("STOP", false)]
    [InlineData("stop", false)]
    [InlineData("  Stop\r\n", false)]
    [InlineData("ＳＴＯＰ", false)]
    [InlineData("\u3000stop\u3000", false)]
    [InlineData("STOPALL", false)]
    [InlineData("unsubscribe", false)]
    [InlineData("CANCEL", false)]
    [InlineData("END", false)]
    [InlineData("QUIT", false)]
    [InlineData("OPTOUT", false)]
    [InlineData("REVOKE", false)]
    [InlineData("停止", false)]
    [InlineData("START", true)]
    [InlineData("unstop", true)]
    [InlineData("yes", true)]
    [InlineData("再開", true)]
    public void Parse_Keyword_ChangesConsentBeforeTheMessage(string body, bool granted)
    {
        var events = Channel.Parse(Request(("Body", body)), Sample.Sms(o => (o.OptOutKeywords, o.OptInKeywords) = (["停止"], ["再開"])));
        var consent = Assert.IsType<ConsentChanged>(events[0]);

        Assert.Equal(granted, consent.Granted);
        Assert.Equal(Sample.MessageSid + ":consent", consent.DedupeKey);
        Assert.Equal(Sample.Customer, consent.Sender);
        Assert.Equal("keyword", consent.Source);
        Assert.IsType<MessageReceived>(events[1]);
        Assert.Equal(2, events.Count);
    }

    [Theory]
    [InlineData("please stop")]
    [InlineData("STOP.")]
    [InlineData("stopped")]
    [InlineData("")]
    [InlineData("HELP")]
    public void Parse_NoKeyword_ChangesNoConsent(string body) => Assert.IsType<MessageReceived>(Assert.Single(Inbound(("Body", body))));

    [Theory]
    [InlineData("STOP", "détruire", false)]
    [InlineData("START", "go", true)]
    [InlineData("HELP", "STOP", null)]
    public void Parse_OptOutType_DecidesAlone(string type, string body, bool? granted) =>
        Assert.Equal(granted, Inbound(("Body", body), ("OptOutType", type)).OfType<ConsentChanged>().SingleOrDefault()?.Granted);

    [Theory]
    [InlineData("accepted", ReceiptKind.Accepted)]
    [InlineData("scheduled", ReceiptKind.Accepted)]
    [InlineData("queued", ReceiptKind.Accepted)]
    [InlineData("sending", ReceiptKind.Accepted)]
    [InlineData("sent", ReceiptKind.Sent)]
    [InlineData("delivered", ReceiptKind.Delivered)]
    [InlineData("read", ReceiptKind.Read)]
    [InlineData("undelivered", ReceiptKind.Failed)]
    [InlineData("failed", ReceiptKind.Failed)]
    [InlineData("canceled", ReceiptKind.Failed)]
    public void Parse_Status_IsAReceiptOfThatMessage(string status, ReceiptKind kind)
    {
        var receipt = Assert.IsType<DeliveryReceiptReceived>(Assert.Single(Status(status, "")));

        Assert.Equal(kind, receipt.Receipt);
        Assert.Equal(Sample.MessageSid, receipt.ProviderMessageId);
        Assert.Equal($"{Sample.MessageSid}:{status}", receipt.DedupeKey);
        Assert.Equal(Sample.Customer, receipt.Sender);
        Assert.Equal(kind == ReceiptKind.Failed, receipt.Error is not null);
    }

    [Theory]
    [InlineData("30003", SendErrorKind.Unreachable)]
    [InlineData("30005", SendErrorKind.Unreachable)]
    [InlineData("30006", SendErrorKind.Unreachable)]
    [InlineData("30007", SendErrorKind.ContentRefused)]
    [InlineData("30008", SendErrorKind.Permanent)]
    [InlineData("21610", SendErrorKind.OptedOut)]
    [InlineData("", SendErrorKind.Permanent)]
    [InlineData("x<script>", SendErrorKind.Permanent)]
    public void Parse_FailedStatus_ClassifiesItsErrorCode(string code, SendErrorKind kind)
    {
        var error = Assert.IsType<DeliveryReceiptReceived>(Assert.Single(Status("undelivered", code))).Error;

        Assert.Equal(kind, error!.Kind);
        Assert.Equal(code.All(char.IsAsciiDigit) ? code : "", error.Code);
    }

    [Fact]
    public void Parse_SameBytesTwice_HaveTheSameKeys()
    {
        Assert.Equal(Inbound(("Body", "STOP")).Select(e => e.DedupeKey), Inbound(("Body", "STOP")).Select(e => e.DedupeKey));
        Assert.Equal(Unknown().DedupeKey, Unknown().DedupeKey);
    }

    [Fact]
    public void Parse_NewStatus_IsKeptAsUnknown() => Assert.IsType<UnknownEvent>(Assert.Single(Status("teleported", "")));

    [Fact]
    public void Parse_AnotherKindOfEvent_IsKeptWithItsBody()
    {
        var unknown = Unknown();

        Assert.Contains("EventType=onConversationAdded", unknown.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_BrokenForm_IsMalformed() => Assert.Throws<MalformedWebhookException>(() =>
        Channel.Parse(Sample.Raw("POST", Sample.SmsUrl, "Body=%FF", "application/x-www-form-urlencoded", null), Sample.Sms()));

    [Fact]
    public void Parse_ShortCodeAsSender_GivesNoEvidence()
    {
        var request = Sample.Post(Sample.SmsUrl, ("MessageSid", Sample.MessageSid), ("From", "12345"), ("Body", "a"));

        Assert.Empty(Channel.Parse(request, Sample.Sms())[0].Evidence);
    }

    [Fact]
    public void Parse_AnyForm_GivesEventsWithKeysOrIsMalformed() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300 * Math.Max(1, Sample.Scale)),
        Prop.ForAll<Tuple<string, string>[]>(pairs =>
        {
            string[] names = ["MessageSid", "From", "Body", "NumMedia", "MediaUrl0", "MessageStatus", "ErrorCode", "OptOutType", "To"];
            var fields = pairs.Where(p => p.Item1 is not null && p.Item2 is not null)
                .Select((p, i) => new KeyValuePair<string, string>(names[i % names.Length], p.Item1 + p.Item2)).ToArray();
            var request = Sample.Raw("POST", Sample.SmsUrl, string.Join('&', fields.Select(f => f.Key + "=" + f.Value)), "application/x-www-form-urlencoded", null);
            try
            {
                var events = Channel.Parse(request, Sample.Sms());
                return events.Count > 0 && events.All(e => e.DedupeKey.Length > 0);
            }
            catch (MalformedWebhookException)
            {
                return true;
            }
        }));

    private static UnknownEvent Unknown() => Assert.IsType<UnknownEvent>(Assert.Single(
        Channel.Parse(Sample.Post(Sample.SmsUrl, ("EventType", "onConversationAdded"), ("ConversationSid", "CH1")), Sample.Sms())));

    private static IReadOnlyList<ChannelEvent> Status(string status, string code) => Channel.Parse(
        Sample.Post(
            Sample.SmsUrl,
            ("MessageSid", Sample.MessageSid), ("SmsStatus", status), ("MessageStatus", status), ("From", Sample.Shop), ("To", Sample.Customer), ("ErrorCode", code)),
        Sample.Sms());

    private static IReadOnlyList<ChannelEvent> Inbound(params (string Name, string Value)[] fields) => Channel.Parse(Request(fields), Sample.Sms());

    private static WebhookRequest Request(params (string Name, string Value)[] fields) => Sample.Post(
        Sample.SmsUrl,
        [("MessageSid", Sample.MessageSid), ("SmsStatus", "received"), ("From", Sample.Customer), ("To", Sample.Shop), .. fields]);
}
