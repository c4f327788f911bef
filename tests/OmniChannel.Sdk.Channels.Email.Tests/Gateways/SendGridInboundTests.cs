using System.Text;
using OmniChannel.Channels.Email.Tests.Fakes;
using OmniChannel.Channels.Email.Tests.Inbound;

namespace OmniChannel.Channels.Email.Tests.Gateways;

public class SendGridInboundTests
{
    private const string Pass = "{@x.example : pass}";

    [Theory]
    [InlineData(Pass, "fail", "bounce@y.example", "dkim")]
    [InlineData("none", "pass", "bounce@x.example", "spf")]
    [InlineData("none", "pass", "bounce@y.example", "from-header")]
    [InlineData("none", "softfail", "bounce@x.example", "from-header")]
    [InlineData("{@x.example : fail}", "none", "bounce@x.example", "from-header")]
    [InlineData("{@y.example : pass}", "pass", "", "from-header")]
    public void Proof_FieldsOfTheGateway_AlignedOrNone(string dkim, string spf, string envelope, string source) =>
        Assert.Equal(source, MailParsing.Message(Sample.SendGridRaw(Sample.Raw(), dkim, spf, envelope)).Evidence[0].Source);

    [Fact]
    public void Proof_FieldsBroughtByTheMailItself_CountForNothing()
    {
        var forged = Sample.Raw($"Hello\n--{Sample.Boundary}\nContent-Disposition: form-data; name=\"SPF\"\n\npass\n--{Sample.Boundary}--\n");
        var doubled = Sample.Raw($"Hello\n--{Sample.Boundary}\nContent-Disposition: form-data; name=\"SPF\"\n\npass\n");

        Assert.Equal(Assurance.Claimed, MailParsing.Message(Sample.SendGridRaw(forged, Pass, "pass")).Evidence[0].Assurance);
        Assert.Equal(Assurance.Claimed, MailParsing.Message(Sample.SendGridRaw(doubled, Pass, "pass")).Evidence[0].Assurance);
    }

    [Fact]
    public void Raw_MailInShiftJis_IsReadInItsCharset()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var head = Sample.Bytes(Sample.Raw("", "Content-Type: text/plain; charset=Shift_JIS", "Content-Transfer-Encoding: 8bit")[..^2]);
        var mail = head.Concat(Encoding.GetEncoding("shift_jis").GetBytes("注文について")).ToArray();
        var message = MailParsing.Message(Sample.SendGrid(("email", mail), ("dkim", Sample.Bytes(Pass))));

        Assert.Equal("注文について", Assert.Single(message.Content).Preview);
    }

    [Fact]
    public void Parsed_Fields_AreTheMail()
    {
        var headers = "From: Ann <ann.secret@x.example>\r\nSubject: Order\r\nMessage-ID: <m1@x.example>\r\nContent-Type: multipart/mixed; boundary=b\r\n";
        var message = MailParsing.Message(Sample.SendGrid(
            ("headers", Sample.Bytes(headers)), ("dkim", Sample.Bytes(Pass)), ("text", Encoding.Latin1.GetBytes("Gr\u00fc\u00dfe")),
            ("html", Sample.Bytes("<p>no</p>")), ("charsets", Sample.Bytes("""{"text":"iso-8859-1","html":"utf-8"}""")),
            ("attachment1/list.csv/text/csv", Sample.Bytes("a,b"))));

        Assert.Equal(["Grüße", "[list.csv, text/csv, 1 KB]"], message.Content.Select(c => c.Preview));
        Assert.Equal(("Order", Sample.Customer), (message.Subject, message.Sender));
    }

    [Theory]
    [InlineData("text/plain", "x")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=xYzZY", "--xYzZY\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nno end")]
    public void Body_NoForm_IsMalformed(string type, string body) =>
        Assert.Throws<MalformedWebhookException>(() => MailParsing.Events(Sample.Post(body, type), EmailGateway.SendGrid));

    [Fact]
    public void Body_FormWithoutMail_IsKeptAsUnknown() =>
        Assert.IsType<UnknownEvent>(Assert.Single(MailParsing.Events(Sample.SendGrid(("to", Sample.Bytes("x"))), EmailGateway.SendGrid)));
}
