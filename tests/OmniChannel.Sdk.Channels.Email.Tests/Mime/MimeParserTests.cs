using System.Text;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Tests.Mime;

public class MimeParserTests
{
    [Fact]
    public void Multipart_Nested_GivesTheTree()
    {
        var outcome = Mails.Parse("""
            Content-Type: multipart/mixed; boundary=outer

            preamble
            --outer
            Content-Type: multipart/alternative; boundary="outer-inner"

            --outer-inner

            text
            --outer-inner--
            --outer
            Content-Type: image/png

            png
            --outer--
            epilogue
            """);

        Assert.Equal(MimeDefects.None, outcome.Defects);
        Assert.Equal(["multipart/alternative", "image/png"], outcome.Root!.Children.Select(c => c.ContentType.MediaType));
        Assert.Equal("text", Assert.Single(outcome.Root.Children[0].Children).DecodeText());
        Assert.Equal("png", outcome.Root.Children[1].DecodeText());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\r\n\t")]
    public void Message_WithNothing_IsRefused(string text) => Assert.Equal(MimeRefusal.Empty, MimeParser.Parse(Encoding.UTF8.GetBytes(text)).Refusal);

    [Fact]
    public void Message_TooLarge_IsRefused() =>
        Assert.Equal(MimeRefusal.MessageTooLarge, Mails.Parse("Subject: x\n\nbody", new MimeLimits { MaxMessageBytes = 10 }).Refusal);

    [Fact]
    public void Headers_TooLarge_AreRefused()
    {
        Assert.Equal(MimeRefusal.HeadersTooLarge, Mails.Parse("Subject: xxxxxx\nA: b\n\nbody", new MimeLimits { MaxHeaderBytes = 10 }).Refusal);
        Assert.Equal(MimeRefusal.HeadersTooLarge, Mails.Parse("A: b\nA: b\nA: b\nA: b\n\nx", new MimeLimits { MaxHeaders = 2 }).Refusal);
    }

    [Fact]
    public void PartHeaders_TooLarge_MakeThePartOpaque()
    {
        var outcome = Mails.Parse("Content-Type: multipart/mixed; boundary=b\n\n--b\nX: " + new string('x', 200) + "\n\nbody\n--b--",
            new MimeLimits { MaxHeaderBytes = 100 });

        Assert.Equal(MimeDefects.PartHeadersTooLarge, outcome.Defects);
        Assert.Equal("application/octet-stream", Assert.Single(outcome.Root!.Children).ContentType.MediaType);
    }

    [Fact]
    public void Nesting_TooDeep_StopsWithADefect()
    {
        var text = string.Concat(Enumerable.Range(0, 100).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));

        var outcome = Mails.Parse(text, new MimeLimits { MaxDepth = 5 });

        Assert.True(outcome.Defects.HasFlag(MimeDefects.TooDeep));
        Assert.Equal(5, Depth(outcome.Root!));
    }

    [Fact]
    public void Parts_TooMany_StopWithADefect()
    {
        var text = "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 1000));

        var outcome = Mails.Parse(text, new MimeLimits { MaxParts = 10 });

        Assert.True(outcome.Defects.HasFlag(MimeDefects.TooManyParts));
        Assert.Equal(9, outcome.Root!.Children.Count);
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed\n\nhello", nameof(MimeDefects.MissingBoundary))]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\nhello", nameof(MimeDefects.BoundaryNotFound))]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello", nameof(MimeDefects.MissingCloseDelimiter))]
    [InlineData("Subject: x\nhello", nameof(MimeDefects.MalformedHeader))]
    [InlineData("hello", "NoHeaders, MalformedHeader")]
    public void Message_Broken_KeepsItsText(string text, string defects)
    {
        var outcome = Mails.Parse(text);

        Assert.Equal(defects, outcome.Defects.ToString());
        Assert.Equal("hello", InboundMailReader.Read(outcome.Root!).Body.Text);
    }

    [Fact]
    public void Message_FromAMailbox_LosesTheFromLine() => Assert.Equal("x", Mails.Read("From ann Mon May\nSubject: x\n\nbody").Subject);

    [Theory]
    [InlineData("base64", "aGVs\r\nbG8=", "hello")]
    [InlineData("base64", "aGVsbG8", "hello")]
    [InlineData("BASE64", "aGVs*bG8=\r\n", "hello")]
    [InlineData("quoted-printable", "he=6C=\r\nlo  \r\n", "hello\r\n")]
    [InlineData("quoted-printable", "a=3Db=ZZ=\r\n", "a=b=ZZ")]
    [InlineData("quoted-printable", "a =  \r\nb=", "a b")]
    [InlineData("8bit", "héllo", "héllo")]
    [InlineData("x-unknown", "hello", "hello")]
    public void TransferEncoding_AsSent_IsUndone(string encoding, string body, string expected)
    {
        var part = Mails.Parse($"Content-Transfer-Encoding: {encoding}\n\n{body}").Root!;

        Assert.Equal(expected, part.DecodeText());
    }

    [Fact]
    public void AttachedMessage_InBase64_IsParsedToo()
    {
        var inner = Convert.ToBase64String(Encoding.ASCII.GetBytes("Subject: inner\r\n\r\nhi"));

        var root = Mails.Parse($"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{inner}").Root!;

        Assert.Equal("inner", Assert.Single(root.Children).Headers.FirstText("Subject"));
    }

    private static int Depth(MimePart part) => part.Children.Count == 0 ? 0 : 1 + part.Children.Max(Depth);
}
