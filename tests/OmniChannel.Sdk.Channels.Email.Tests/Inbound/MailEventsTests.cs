using System.Text.Json;
using OmniChannel.Channels.Email.Tests.Fakes;

namespace OmniChannel.Channels.Email.Tests.Inbound;

public class MailEventsTests
{
    [Fact]
    public void Message_Proved_HasEverythingOfTheMail()
    {
        var message = MailParsing.Proved(Sample.Raw("Hello there", "In-Reply-To: <b@shop.example>", "References: <a@shop.example> <b@shop.example>"));

        Assert.Equal(Sample.Customer, message.Sender);
        Assert.Equal("Hello there", Assert.IsType<TextContent>(Assert.Single(message.Content)).Text);
        Assert.Equal(("Where is my order?", "m1@x.example", "Ann Example"), (message.Subject, message.ProviderMessageId, message.SenderName));
        Assert.Equal(["a@shop.example", "b@shop.example"], message.ReplyTo);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 59, 0, TimeSpan.Zero), message.OccurredAt);
        Assert.False(message.IsAutomatic);
        var evidence = Assert.Single(message.Evidence);
        Assert.Equal((IdentifierType.Email, Sample.Customer), (evidence.Identifier.Type, evidence.Identifier.Value));
        Assert.Equal((Assurance.Observed, "dkim"), (evidence.Assurance, evidence.Source));
    }

    [Fact]
    public void Message_OnlyClaimed_IsAnotherSenderAndJoinsNoThread()
    {
        var message = MailParsing.Claimed(Sample.Raw("Hello", "References: <a@shop.example>"));

        Assert.Equal("unverified:" + Sample.Customer, message.Sender);
        Assert.Empty(message.ReplyTo);
        Assert.Equal((Assurance.Claimed, "from-header"), (message.Evidence[0].Assurance, message.Evidence[0].Source));
        Assert.Equal("m1@x.example", message.ProviderMessageId);
    }

    [Fact]
    public void DedupeKey_SameMessageId_IsTheSendersOwn()
    {
        var key = MailParsing.Proved(Sample.Raw("one")).DedupeKey;

        Assert.Equal(key, MailParsing.Proved(Sample.Raw("one, delivered again")).DedupeKey);
        Assert.NotEqual(key, MailParsing.Claimed(Sample.Raw("one")).DedupeKey);
        Assert.NotEqual(key, MailParsing.Proved(Sample.Raw("one", "From: eve@x.example")).DedupeKey);
        Assert.DoesNotContain(Sample.Customer, key, StringComparison.Ordinal);
    }

    [Fact]
    public void DedupeKey_NoMessageId_IsOfTheBytes()
    {
        var key = MailParsing.Proved(Sample.Raw("one", "Message-ID: ")).DedupeKey;

        Assert.Equal(key, MailParsing.Proved(Sample.Raw("one", "Message-ID: ")).DedupeKey);
        Assert.NotEqual(key, MailParsing.Proved(Sample.Raw("two", "Message-ID: ")).DedupeKey);
    }

    [Theory]
    [InlineData("Date: Sun, 1 Mar 2026 10:00:00 +0000")]
    [InlineData("Date: Thu, 1 Jan 1970 00:00:00 +0000")]
    [InlineData("Date: yesterday")]
    [InlineData("Date: ")]
    public void OccurredAt_DateIsNoHelp_IsWhenItCame(string date) =>
        Assert.Equal(Sample.Now, MailParsing.Proved(Sample.Raw("Hello", date)).OccurredAt);

    [Fact]
    public void Content_Reply_LosesTheQuote()
    {
        var message = MailParsing.Proved(Sample.Raw("Thanks!\n\nOn Sun, 1 Mar 2026 at 08:00, Shop <help@shop.example> wrote:\n> It leaves today.\n> Bye"));

        Assert.Equal("Thanks!", Assert.IsType<TextContent>(Assert.Single(message.Content)).Text);
    }

    [Fact]
    public void Content_QuoteOnly_StaysWhole()
    {
        var message = MailParsing.Proved(Sample.Raw("> It leaves today.\n> Bye"));

        Assert.Equal("> It leaves today.\n> Bye", Assert.IsType<TextContent>(Assert.Single(message.Content)).Text);
    }

    [Fact]
    public void Content_Attachments_AreNamedWithTypeAndSize()
    {
        const string Body = "--b\nContent-Type: text/plain\n\nSee the picture\n--b\nContent-Type: image/png; name=\"a.png\"\n"
            + "Content-Disposition: attachment; filename=\"a.png\"\nContent-Transfer-Encoding: base64\n\nAAECAwQFBgc=\n--b--";
        var message = MailParsing.Proved(Sample.Raw(Body, "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"));

        Assert.Equal(2, message.Content.Count);
        var note = Assert.IsType<NativeContent>(message.Content[1]);
        var data = JsonDocument.Parse(note.Data).RootElement;
        Assert.Equal(("attachment", "[a.png, image/png, 1 KB]"), (note.Type, note.Preview));
        Assert.Equal(("a.png", "image/png", 8), (data.GetProperty("fileName").GetString(), data.GetProperty("mediaType").GetString(), data.GetProperty("length").GetInt32()));
    }

    [Fact]
    public void Content_Empty_IsAnEmptyText() =>
        Assert.Equal("", Assert.IsType<TextContent>(Assert.Single(MailParsing.Proved(Sample.Raw("")).Content)).Text);

    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("Precedence: bulk")]
    [InlineData("From: MAILER-DAEMON@x.example")]
    [InlineData("From: help@shop.example")]
    public void IsAutomatic_MailOfAMachineOrOurOwn_IsTrue(string header) => Assert.True(MailParsing.Claimed(Sample.Raw("Hello", header)).IsAutomatic);

    [Fact]
    public void IsAutomatic_NullEnvelopeSender_IsTrue() =>
        Assert.True(MailParsing.Message(Sample.SendGridRaw(Sample.Raw("I am away"), envelope: "")).IsAutomatic);

    [Fact]
    public void ProviderMessageId_OneOfOurs_IsNotTakenFromAStranger() =>
        Assert.Null(MailParsing.Proved(Sample.Raw("Hello", $"Message-ID: <{Sample.OurId}>")).ProviderMessageId);

    [Fact]
    public void Mail_WithoutFrom_IsKeptAsUnknown()
    {
        var unknown = Assert.IsType<UnknownEvent>(Assert.Single(MailParsing.Events(Sample.SendGridRaw(Sample.Raw("Hello", "From: ")), EmailGateway.SendGrid)));

        Assert.Contains("Hello", unknown.Raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("failed", "5.1.1", ReceiptKind.Failed, SendErrorKind.Unreachable)]
    [InlineData("failed", "5.2.2", ReceiptKind.Failed, SendErrorKind.Unreachable)]
    [InlineData("failed", "5.3.4", ReceiptKind.Failed, SendErrorKind.ContentRefused)]
    [InlineData("failed", "5.7.1", ReceiptKind.Failed, SendErrorKind.Permanent)]
    [InlineData("delayed", "4.4.1", ReceiptKind.Accepted, null)]
    [InlineData("delivered", "2.0.0", ReceiptKind.Delivered, null)]
    public void Report_OnAMailOfOurs_IsItsReceipt(string action, string status, ReceiptKind kind, SendErrorKind? error)
    {
        var receipt = Assert.IsType<DeliveryReceiptReceived>(Assert.Single(MailParsing.Events(Report(action, status, Sample.OurId), EmailGateway.SendGrid)));

        Assert.Equal((kind, Sample.OurId, Sample.Customer), (receipt.Receipt, receipt.ProviderMessageId, receipt.Sender));
        Assert.Equal(error, receipt.Error?.Kind);
    }

    [Fact]
    public void Report_OnAnotherMail_IsAMessageOfAMachine()
    {
        var message = MailParsing.Message(Report("failed", "5.1.1", "unknown@relay.example"));

        Assert.True(message.IsAutomatic);
    }

    private static WebhookRequest Report(string action, string status, string original) => Sample.SendGridRaw(Sample.Raw(
        "--r\nContent-Type: text/plain\n\nSorry.\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.x.example\n\n"
        + $"Final-Recipient: rfc822; Ann.Secret@x.example\nAction: {action}\nStatus: {status}\n\n--r\nContent-Type: message/rfc822\n\n"
        + $"Message-ID: <{original}>\nSubject: Re: x\n\nbody\n--r--",
        "From: MAILER-DAEMON@x.example", "MIME-Version: 1.0", "Content-Type: multipart/report; report-type=delivery-status; boundary=r"));
}
