using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Tests.Mime;

public class MimeWriterTests
{
    private static readonly OutboundMail Simple = new()
    {
        From = new Mailbox { Name = "Shop", Address = "help@shop.example" },
        To = [new Mailbox { Address = "ann@x.example" }],
        Subject = "Your order",
        Text = "Hello\nAnn",
        Date = new DateTimeOffset(2026, 5, 3, 12, 34, 56, TimeSpan.FromHours(9)),
        MessageId = "m1@shop.example",
    };

    private static readonly string[] Pieces =
    [
        "注文の件", "🙂", "a b", ".", "From x", "--=_boundary_=",
        "=?utf-8?Q?x?=", " lead", "\"q\", <z>", "\t", "=", "\r\n", "\u2028", "\ud800",
    ];

    [Fact]
    public void Write_Simple_GivesExactBytes()
    {
        var expected = """
            Date: Sun, 03 May 2026 12:34:56 +0900
            From: Shop <help@shop.example>
            To: ann@x.example
            Subject: Your order
            Message-ID: <m1@shop.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 7bit

            Hello
            Ann

            """.ReplaceLineEndings("\r\n");

        Assert.Equal(expected, Encoding.UTF8.GetString(MimeWriter.Write(Simple)));
    }

    [Fact]
    public void Write_Reply_CarriesTheThread()
    {
        var mail = Mails.Read(MimeWriter.Write(Simple with
        {
            InReplyTo = "b@x.example",
            References = ["a@x.example", "bad id>\r\nBcc: x", "b@x.example"],
            AutoSubmitted = AutoSubmitted.AutoReplied,
        }));

        Assert.Equal(["b@x.example"], mail.InReplyTo);
        Assert.Equal(["a@x.example", "b@x.example"], mail.References);
        Assert.Equal(MailNature.AutoReply, mail.Nature);
        Assert.Equal("Hello\nAnn", mail.Body.Text);
    }

    [Theory]
    [InlineData("x@y.example\r\nBcc: z@z.example")]
    [InlineData("x@y.example>, <z@z.example")]
    [InlineData("no address")]
    public void Write_AddressThatIsNone_IsRefusedWithoutNamingIt(string address)
    {
        var e = Assert.Throws<ArgumentException>(() => MimeWriter.Write(Simple with { To = [new Mailbox { Address = address }] }));

        Assert.DoesNotContain(address, e.Message);
    }

    [Fact]
    public void Write_HostileTexts_AddNoHeader()
    {
        var bytes = MimeWriter.Write(Simple with
        {
            Subject = "a\r\nBcc: evil@x.example\r\n\r\nbody",
            From = new Mailbox { Name = "N\r\nX-Evil: 1\n\"<q@x.example>", Address = "help@shop.example" },
        });

        var root = MimeParser.Parse(bytes).Root!;
        Assert.Equal(["Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"],
            root.Headers.Fields.Select(f => f.Name));
        Assert.Equal("help@shop.example", InboundMailReader.Read(root).From!.Address);
    }

    [Fact]
    public void Write_NonAsciiAddress_IsRawUtf8()
    {
        var mail = Mails.Read(MimeWriter.Write(Simple with { To = [new Mailbox { Address = "用户@例え.example" }] }));

        Assert.Equal("用户@例え.example", Assert.Single(mail.To).Address);
    }

    [Fact]
    public void Write_ThenParse_ReturnsWhatWasWritten()
    {
        var pieces = Gen.Elements(Pieces).ListOf().Select(list => string.Concat(list));
        var text = Gen.OneOf(pieces, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get));
        var mails = (from subject in text
                     from name in text
                     from body in text
                     select Simple with
                     {
                         Subject = subject,
                         From = new Mailbox { Name = name, Address = "help@shop.example" },
                         Text = body,
                     }).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(TestScale.Times(300)), Prop.ForAll(mails, mail =>
        {
            var bytes = MimeWriter.Write(mail);
            AssertWellFormed(bytes);
            var outcome = MimeParser.Parse(bytes);
            var read = InboundMailReader.Read(outcome.Root!);
            Assert.Equal(MimeDefects.None, outcome.Defects);
            Assert.Equal(OneLine(mail.Subject), read.Subject);
            Assert.Equal(OneLine(mail.From.Name!), read.From!.Name ?? "");
            Assert.Equal(Body(mail.Text), Body(read.Body.Text));
        }));
    }

    private static void AssertWellFormed(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain('\r', text.Replace("\r\n", ""));
        Assert.DoesNotContain('\n', text.Replace("\r\n", ""));
        Assert.All(text.Split("\r\n"), line => Assert.True(line.Length <= 998 && !line.StartsWith('.') && line.All(c => c is '\t' or (>= ' ' and <= '~'))));
    }

    /// <summary>What a header can carry of a text: well-formed, one line, trimmed.</summary>
    private static string OneLine(string text) =>
        string.Concat(WellFormed(text).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    private static string Body(string text)
    {
        var clean = BodyText.Clean(WellFormed(text), int.MaxValue, out _);
        return string.IsNullOrWhiteSpace(clean) ? "" : clean;
    }

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("order", "Re: order")]
    [InlineData("RE: Re[2]: order", "Re: order")]
    [InlineData("返信：注文", "Re: 注文")]
    [InlineData("Report: order", "Re: Report: order")]
    public void ReplySubject_HasOnePrefix(string parent, string expected) => Assert.Equal(expected, ReplyThread.Subject(parent));
}
