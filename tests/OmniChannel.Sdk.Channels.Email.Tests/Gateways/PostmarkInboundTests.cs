using System.Text.Json.Nodes;
using OmniChannel.Channels.Email.Tests.Fakes;
using OmniChannel.Channels.Email.Tests.Inbound;

namespace OmniChannel.Channels.Email.Tests.Gateways;

public class PostmarkInboundTests
{
    private static readonly (string, string) Id = ("Message-ID", "<m1@x.example>");
    private static readonly (string, string) Checker = ("X-Spam-Checker-Version", "SpamAssassin 3.4.0 on mx");

    [Fact]
    public void Fields_OfTheJson_AreTheMail()
    {
        var json = Sample.Postmark(null, Id, ("Received-SPF", Sample.Spf), ("References", "<a@shop.example>"));
        json["TextBody"] = "";
        json["HtmlBody"] = "<p>Hello <b>there</b></p>";
        json["Attachments"] = new JsonArray(new JsonObject { ["Name"] = "a.png", ["Content"] = "AAECAwQFBgc=", ["ContentType"] = "image/png", ["ContentLength"] = 8 });
        var message = Read(json);

        Assert.Equal((Sample.Customer, "Ann Example", "Where is my order?"), (message.Sender, message.SenderName, message.Subject));
        Assert.Equal(["Hello there", "[a.png, image/png, 1 KB]"], message.Content.Select(c => c.Preview));
        Assert.Equal(("m1@x.example", "spf"), (message.ProviderMessageId, message.Evidence[0].Source));
        Assert.Equal(["a@shop.example"], message.ReplyTo);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 59, 0, TimeSpan.Zero), message.OccurredAt);
    }

    [Fact]
    public void RawEmail_WhenThere_IsWhatIsRead()
    {
        var message = Read(Sample.Postmark(Sample.Raw("From the raw mail"), Id, ("Received-SPF", Sample.Spf)));

        Assert.Equal("From the raw mail", Assert.Single(message.Content).Preview);
        Assert.Equal(Sample.Customer, message.Sender);
    }

    [Fact]
    public void Proof_HeadersOfTheGateway_AloneAndAligned()
    {
        Assert.Equal("dkim", Source(Id, Checker, ("X-Spam-Tests", "DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS")));
        Assert.Equal("from-header", Source(Id, Checker, ("X-Spam-Tests", "DKIM_SIGNED,DKIM_VALID")));
        Assert.Equal("from-header", Source(Id, Checker, ("X-Spam-Tests", "DKIM_VALID_AU"), ("X-Spam-Tests", "SPF_FAIL")));
        Assert.Equal("from-header", Source(Id, ("X-Spam-Tests", "DKIM_VALID_AU")));
        Assert.Equal("from-header", Source(Id, ("Received-SPF", Sample.Spf), ("Received-SPF", "Fail (no) envelope-from=a@y.example;")));
        Assert.Equal("from-header", Source(Id, ("Received-SPF", Sample.Spf.Replace("@x.example", "@y.example", StringComparison.Ordinal))));
        Assert.Equal("from-header", Source(Id));
    }

    [Fact]
    public void Proof_MailTooLargeForTheSpamCheck_IsNotByIt()
    {
        var json = Sample.Postmark(null, Id, Checker, ("X-Spam-Tests", "DKIM_VALID_AU"));
        json["TextBody"] = new string('x', 256 * 1024);

        Assert.Equal(Assurance.Claimed, Read(json).Evidence[0].Assurance);
    }

    [Fact]
    public void Proof_TrustedServerBeforeTheGateway_ItsVerdictCounts()
    {
        var json = Sample.Postmark(null, Id, ("Authentication-Results", "mx.shop.example; dmarc=pass header.from=x.example"));

        Assert.Equal("dmarc", MailParsing.Message(Sample.Post(json.ToJsonString()), EmailGateway.Postmark, o => o.AuthenticationServers = ["mx.shop.example"]).Evidence[0].Source);
        Assert.Equal(Assurance.Claimed, Read(json).Evidence[0].Assurance);
    }

    [Fact]
    public void FallbackId_NoMessageId_IsTheGateways()
    {
        var json = Sample.Postmark(null, ("MIME-Version", "1.0"));
        var key = Read(json).DedupeKey;
        json["TextBody"] = "other";

        Assert.Equal(key, Read(json).DedupeKey);
        json["MessageID"] = "another";
        Assert.NotEqual(key, Read(json).DedupeKey);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    public void Body_NoJson_IsMalformed(string body) =>
        Assert.Throws<MalformedWebhookException>(() => MailParsing.Events(Sample.Post(body), EmailGateway.Postmark));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    public void Body_OtherJson_IsKeptAsUnknown(string body) =>
        Assert.IsType<UnknownEvent>(Assert.Single(MailParsing.Events(Sample.Post(body), EmailGateway.Postmark)));

    private static MessageReceived Read(JsonObject json) => MailParsing.Message(Sample.Post(json.ToJsonString()), EmailGateway.Postmark);

    private static string Source(params (string, string)[] headers) => Assert.Single(Read(Sample.Postmark(null, headers)).Evidence).Source;
}
