using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Tests.Mime;

public class InboundMailReaderTests
{
    [Fact]
    public void Mail_Ordinary_IsReadWhole()
    {
        var mail = Mails.Read("""
            From: Ann <ann@shop.example>
            To: help@shop.example
            To: second@shop.example
            Cc: Bob <bob@x.example>
            Reply-To: replies@x.example
            Subject: Where is my order
            Message-ID: <m1@x.example>
            In-Reply-To: <m0@x.example>
            References: <r@x.example>
             <m0@x.example>
            Date: Sun, 03 May 2026 12:34:56 +0900

            Hello
            """);

        Assert.Equal("Ann", mail.From!.Name);
        Assert.Equal(["help@shop.example", "second@shop.example"], mail.To.Select(m => m.Address));
        Assert.Equal("bob@x.example", Assert.Single(mail.Cc).Address);
        Assert.Equal("replies@x.example", Assert.Single(mail.ReplyTo).Address);
        Assert.Equal("m1@x.example", mail.MessageId);
        Assert.Equal(["m0@x.example"], mail.InReplyTo);
        Assert.Equal(["r@x.example", "m0@x.example"], mail.References);
        Assert.Equal(MailNature.Personal, mail.Nature);
        Assert.Equal("Hello", mail.Body.Text);
        Assert.Equal(["r@x.example", "m0@x.example", "m1@x.example"], ReplyThread.References(mail));
    }

    [Fact]
    public void Alternative_WithBoth_PrefersPlainAndKeepsHtml()
    {
        var mail = Mails.Read("""
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain

            plain
            --b
            Content-Type: multipart/related; boundary=r

            --r
            Content-Type: text/html

            <p>rich</p>
            --r
            Content-Type: image/png
            Content-ID: <logo@x>

            png
            --r--
            --b--
            """);

        Assert.Equal("plain", mail.Body.Text);
        Assert.False(mail.Body.IsReducedFromHtml);
        Assert.Equal("<p>rich</p>", mail.Body.Html);
        var picture = Assert.Single(mail.Attachments);
        Assert.True(picture.IsInline);
        Assert.Equal("logo@x", picture.ContentId);
    }

    [Fact]
    public void Alternative_WithEmptyPlain_UsesHtml()
    {
        var mail = Mails.Read("""
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain


            --b
            Content-Type: text/html; charset=utf-8

            <p>rich &amp; <b>nice</b></p>
            --b--
            """);

        Assert.Equal("rich & nice", mail.Body.Text);
        Assert.True(mail.Body.IsReducedFromHtml);
    }

    [Fact]
    public void Mixed_WithTextAroundAFile_JoinsTheText()
    {
        var mail = Mails.Read("""
            Content-Type: multipart/mixed; boundary=b

            --b

            before
            --b
            Content-Type: text/plain; name=notes.txt

            a file
            --b

            after
            --b
            Content-Type: message/rfc822

            Subject: forwarded

            inner text
            --b--
            """);

        Assert.Equal("before\n\nafter", mail.Body.Text);
        Assert.Equal(["notes.txt", "message.eml"], mail.Attachments.Select(a => a.FileName));
        Assert.Contains("inner text", System.Text.Encoding.ASCII.GetString(mail.Attachments[1].ReadContent().Span));
    }

    [Fact]
    public void Text_OverTheLimit_IsCutAndSaysSo()
    {
        var root = Mails.Parse("Subject: x\n\n" + new string('a', 500)).Root!;

        var mail = InboundMailReader.Read(root, new MimeLimits { MaxTextChars = 100 });

        Assert.Equal(100, mail.Body.Text.Length);
        Assert.True(mail.Body.IsTruncated);
    }

    [Theory]
    [InlineData("a b \nc\n", false, "a b c\n")]
    [InlineData("日本 \n語\n", true, "日本語\n")]
    [InlineData("> quoted \n> on\nreply\n", false, "> quoted on\nreply\n")]
    [InlineData(" From here\n-- \nAnn\n", false, "From here\n-- \nAnn\n")]
    [InlineData("> soft \nother depth", false, "> soft \nother depth")]
    public void FormatFlowed_Wrapped_IsJoined(string text, bool deleteSpace, string expected) =>
        Assert.Equal(expected, FormatFlowed.Unwrap(text, deleteSpace));

    [Fact]
    public void FormatFlowed_InAMail_IsApplied() =>
        Assert.Equal("one two", Mails.Read("Content-Type: text/plain; format=flowed\n\none \ntwo\n").Body.Text);
}
