using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Content;
using OmniChannel.Identity;
using OmniChannel.Webhooks;

namespace OmniChannel.Channels.WebChat.Tests;

public sealed class ParseTests
{
    private readonly Chat _chat = new();

    [Fact]
    public void Text_WithEvidence_BecomesAMessageKeyedByVisitorAndClientId()
    {
        var visitor = new StreamVisitor
        {
            SenderId = "v9",
            Locale = Locale.Japanese,
            Evidence = [new() { Identifier = Identifier.Login("m-1"), Assurance = Assurance.Verified, Source = "session" }],
        };
        var message = Assert.IsType<MessageReceived>(Assert.Single(_chat.Post("""{"id":"c1","text":"まだ\r\n届きません\u0000"}""", visitor: visitor)));
        Assert.Equal("v9:c1", message.DedupeKey);
        Assert.Equal("v9:c1", message.ProviderMessageId);
        Assert.Equal(new TextContent("まだ\n届きません"), Assert.Single(message.Content));
        Assert.Equal(visitor.Evidence, message.Evidence);
        Assert.Equal(Locale.Japanese, message.Locale);
        Assert.Equal(Chat.Now, message.OccurredAt);
    }

    [Fact]
    public void Choice_Pressed_BecomesAChoiceReply() => Assert.Equal(
        new ChoiceReplyContent { OptionId = "o", Label = "My order" },
        Content("""{"id":"c1","choice":{"optionId":"o","label":"My order"}}"""));

    [Fact]
    public void Content_WithKindLast_IsRead() => Assert.Equal(
        new LocationContent { Latitude = 35.6, Longitude = 139.7, Name = "Shop" },
        Content("""{"id":"c1","content":{"latitude":35.6,"longitude":139.7,"name":"Shop","kind":"location"}}"""));

    [Fact]
    public void Contact_WithoutEmails_HasAnEmptyList() => Assert.Empty(
        Assert.IsType<ContactContent>(Content("""{"id":"c1","content":{"kind":"contact","displayName":"x","phones":["+8190"]}}""")).Emails);

    [Theory]
    [InlineData("sticker")]
    [InlineData("template")]
    [InlineData("choice")]
    public void Content_OfAKindThatVisitorsDoNotSend_IsKeptAsNative(string kind)
    {
        var native = Assert.IsType<NativeContent>(Content($$$"""{"id":"c1","content":{"kind":"{{{kind}}}","x":[1,2],"fallback":"[cat]"}}"""));
        Assert.Equal(kind, native.Type);
        Assert.Equal($$"""{"kind":"{{kind}}","x":[1,2],"fallback":"[cat]"}""", native.Data);
        Assert.Equal("[cat]", native.Fallback);
    }

    [Fact]
    public void Text_AtTheLimitOfCharacters_IsTaken() => Assert.Equal(4000 * 2, Content(Text(Repeat("👟", 4000))).Preview.Length);

    [Fact]
    public void Text_OverTheLimitOfCharacters_IsMalformed() => Assert.Throws<MalformedWebhookException>(() => Content(Text(Repeat("👟", 4001))));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("""{"id":"c1"}""")]
    [InlineData("""{"text":"no id"}""")]
    [InlineData("""{"id":7,"text":"x"}""")]
    [InlineData("""{"id":"a:b","text":"x"}""")]
    [InlineData("""{"id":"c1","text":null}""")]
    [InlineData("""{"id":"c1","text":"  \n "}""")]
    [InlineData("""{"id":"c1","text":"\ud800"}""")]
    [InlineData("""{"id":"c1","choice":"o"}""")]
    [InlineData("""{"id":"c1","choice":{"optionId":"o"}}""")]
    [InlineData("""{"id":"c1","content":{"kind":7}}""")]
    [InlineData("""{"id":"c1","content":{"kind":"text"}}""")]
    [InlineData("""{"id":"c1","content":{"kind":"text","text":null}}""")]
    [InlineData("""{"id":"c1","content":{"kind":"text","text":""}}""")]
    [InlineData("""{"id":"c1","content":{"kind":"media","media":"Image","source":"file:///etc/passwd"}}""")]
    [InlineData("""{"id":"c1","content":{"kind":"media","media":"Image","source":"cat.png"}}""")]
    [InlineData("""{"id":"c1","content":{"kind":"location","latitude":91,"longitude":0}}""")]
    [InlineData("""{"id":"c1","content":{"kind":"media","media":"Image","source":"https://u:p@shop.example/x"}}""")]
    [InlineData("""{"id":"c1","content":{"kind":"form","name":"f","fields":{"a":null}}}""")]
    [InlineData("""{"id":"c1","content":{"kind":"contact","displayName":"x","phones":[null]}}""")]
    [InlineData("""{"id":"c1","signal":1}""")]
    public void Message_InNoKnownForm_IsMalformed(string body) => Assert.Throws<MalformedWebhookException>(() => _chat.Post(body));

    [Theory]
    [InlineData("typing")]
    [InlineData("left")]
    [InlineData("call-started")]
    public void Signals_AreNothingAVisitorCanGive(string signal) =>
        Assert.Throws<MalformedWebhookException>(() => _chat.Post($$"""{"id":"c1","signal":"{{signal}}"}"""));

    [Fact]
    public void Acks_InOneBody_BecomeReceiptsInOrder()
    {
        var id = new ConversationId(77);
        var events = _chat.Post(
            $$"""{"acks":[{"conversation":"{{id}}","sequence":5,"kind":"delivered"},{"conversation":"{{id.ToString().ToUpperInvariant().Replace("CNV", "cnv", StringComparison.Ordinal)}}","sequence":5,"kind":"read"}]}""", "acks");
        Assert.Equal([ReceiptKind.Delivered, ReceiptKind.Read], events.Cast<DeliveryReceiptReceived>().Select(e => e.Receipt));
        Assert.All(events.Cast<DeliveryReceiptReceived>(), e => Assert.Equal($"{id}:5", e.ProviderMessageId));
        Assert.Equal([$"v1:{id}:5:delivered", $"v1:{id}:5:read"], events.Select(e => e.DedupeKey));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"acks":[]}""")]
    [InlineData("""{"acks":{}}""")]
    [InlineData("""{"conversation":"cnv_x","sequence":1,"kind":"read"}""")]
    [InlineData("""{"conversation":"cnv_0000000000001","sequence":0,"kind":"read"}""")]
    [InlineData("""{"conversation":"cnv_0000000000001","sequence":1.5,"kind":"read"}""")]
    [InlineData("""{"conversation":"cnv_0000000000001","sequence":"1","kind":"read"}""")]
    [InlineData("""{"conversation":"cnv_0000000000001","sequence":1,"kind":"failed"}""")]
    [InlineData("""{"conversation":"cnv_0000000000001","sequence":1}""")]
    public void Ack_InNoKnownForm_IsMalformed(string body) => Assert.Throws<MalformedWebhookException>(() => _chat.Post(body, "acks"));

    [Fact]
    public void AnyBytes_AreEventsOrMalformed()
    {
        var json = Gen.Elements(
            "{\"id\":\"c\",", "\"text\":", "\"content\":", "\"choice\":", "{\"kind\":\"media\",", "\"source\":", "\"\\ud83d\"", "\"a\"", "null", "-1e9", "[", "]",
            "{", "}", ",", ":", "{\"kind\":\"form\",\"name\":\"n\",\"fields\":", "\"optionId\":", "\"acks\":[", "\"sequence\":", "\"conversation\":", "\u0000");
        var bodies = Gen.OneOf(json.ArrayOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string?>().Select(s => s ?? ""));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(bodies.ToArbitrary(), Readable));
    }

    private bool Readable(string body)
    {
        foreach (var path in new[] { "messages", "acks" })
        {
            try
            {
                Assert.NotEmpty(_chat.Post(body, path));
            }
            catch (MalformedWebhookException)
            {
                // What a bad body is for.
            }
        }

        return true;
    }

    private MessageContent Content(string body) => Assert.Single(Assert.IsType<MessageReceived>(Assert.Single(_chat.Post(body))).Content);

    private static string Text(string text) => "{\"id\":\"c1\",\"text\":" + JsonSerializer.Serialize(text) + "}";

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
