using OmniChannel.Channels.Email.Outbound;
using OmniChannel.Channels.Email.Smtp;
using OmniChannel.Channels.Email.Tests.Fakes;
using OmniChannel.Channels.Email.Tests.Mime;
using OmniChannel.Channels.Email.Tests.Smtp;

namespace OmniChannel.Channels.Email.Tests.Outbound;

public class SmtpSendTests
{
    private static readonly MessageThread Thread = new() { Subject = "Where is my order?", InReplyTo = "m1@x.example", References = ["a@x.example"] };

    [Fact]
    public async Task Send_Reply_IsAThreadedMailWithOurId()
    {
        var (result, dialogue) = await SendAsync(Accept, Sample.Outbound(thread: Thread));
        var mail = Mails.Read(dialogue.Content);

        Assert.True(result.IsSent);
        Assert.Equal([mail.MessageId!], result.ProviderMessageIds);
        using var http = new HttpClient();
        Assert.Equal(mail.MessageId, new EmailChannel(http).IdOf(Sample.Outbound(thread: Thread), Sample.Account(EmailGateway.None)));
        Assert.True(MailIds.IsOurs(mail.MessageId, Sample.Account(EmailGateway.None).Options));
        Assert.Equal(("Re: Where is my order?", "It leaves today.", "Shop help"), (mail.Subject, mail.Body.Text, mail.From!.Name));
        Assert.Equal((Sample.Shop, Sample.Customer, Sample.Now), (mail.From.Address, Assert.Single(mail.To).Address, mail.Date));
        Assert.Equal(["m1@x.example"], mail.InReplyTo);
        Assert.Equal(["a@x.example", "m1@x.example"], mail.References);
        Assert.Contains($"MAIL FROM:<{Sample.Shop}>", dialogue.Commands[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_AnswerToOurMail_CanBeThreadedByItsId()
    {
        var (result, _) = await SendAsync(Accept, Sample.Outbound(thread: Thread));
        var answer = Inbound.MailParsing.Proved(Sample.Raw("Thanks", $"In-Reply-To: <{result.ProviderMessageIds[0]}>"));

        Assert.Equal(result.ProviderMessageIds, answer.ReplyTo);
    }

    [Fact]
    public void Id_SameAttempts_StaysTheSame()
    {
        var options = Sample.Account(EmailGateway.None).Options;
        var id = MailIds.For(Sample.Outbound(), options);

        Assert.Equal(id, MailIds.For(Sample.Outbound(thread: Thread), options));
        Assert.NotEqual(id, MailIds.For(Sample.Outbound() with { IdempotencyKey = "key-2" }, options));
        Assert.NotEqual(id, MailIds.For(Sample.Outbound() with { Id = new(78) }, options));
    }

    [Theory]
    [InlineData(null, null, "It leaves today.")]
    [InlineData(null, "Your order", "Your order")]
    [InlineData("RE: Order", "Your order", "Re: Order")]
    public async Task Send_Subject_IsTheThreadsOrTheDefaultOrTheFirstLine(string? thread, string? standard, string subject)
    {
        var message = Sample.Outbound(thread: thread is null ? null : Thread with { Subject = thread }, contents: [new TextContent("\n It leaves today.\nBye")]);
        var (_, dialogue) = await SendAsync(Accept, message, o => o.DefaultSubject = standard);

        Assert.Equal(subject, Mails.Read(dialogue.Content).Subject);
    }

    [Fact]
    public async Task Send_SeveralContents_AreParagraphsOfOneMail()
    {
        var (_, dialogue) = await SendAsync(Accept, Sample.Outbound(contents: [new TextContent("One"), new TextContent("Two\r\nThree")]));

        Assert.Equal("One\n\nTwo\nThree", Mails.Read(dialogue.Content).Body.Text);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <ann.secret@x.example> unknown", SendErrorKind.Unreachable, "5.1.1")]
    [InlineData("RCPT", "451 4.3.0 later", SendErrorKind.Transient, "4.3.0")]
    [InlineData("RCPT", "450 4.7.28 too much", SendErrorKind.Throttled, "4.7.28")]
    [InlineData("MAIL", "530 authenticate", SendErrorKind.Credentials, "530")]
    [InlineData("MAIL", "550 5.7.1 no", SendErrorKind.Permanent, "5.7.1")]
    [InlineData("DATA", "552 5.3.4 too large", SendErrorKind.ContentRefused, "5.3.4")]
    public async Task Send_Refused_IsClassifiedWithoutAnAddress(string stage, string reply, SendErrorKind kind, string code)
    {
        var (result, _) = await SendAsync(
            async dialogue =>
            {
                await dialogue.SendAsync("220 ready");
                await dialogue.ExpectAsync("EHLO ", "250 hello");
                foreach (var command in new[] { "MAIL", "RCPT", "DATA" })
                {
                    await dialogue.ExpectAsync(command, command == stage ? reply : "250 ok");
                    if (command == stage)
                    {
                        return;
                    }
                }
            },
            Sample.Outbound());

        Assert.Equal((kind, code), (result.Error!.Kind, result.Error.Code));
        Assert.DoesNotContain("ann", result.Error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ServerGoneAfterTheContent_IsAmbiguous()
    {
        var (result, _) = await SendAsync(
            async dialogue =>
            {
                await dialogue.RunUpToContentAsync();
                await dialogue.ReadContentAsync();
            },
            Sample.Outbound());

        Assert.Equal(SendErrorKind.Ambiguous, result.Error!.Kind);
    }

    [Fact]
    public async Task Send_CancelledAfterTheContent_ThrowsWhichIsAmbiguous()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new ScriptedSmtpServer(async dialogue =>
        {
            await dialogue.RunUpToContentAsync();
            await dialogue.ReadContentAsync();
            await cancel.CancelAsync();
            await Assert.ThrowsAsync<EndOfStreamException>(dialogue.ReadLineAsync);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Sample.Channel.SendAsync(Sample.Outbound(), Sample.Account(EmailGateway.None, o => o.SmtpPort = server.Port), cancel.Token));
    }

    [Fact]
    public void ForRelay_Postmark_KeepsOurIdAndGetsItBackInReceipts()
    {
        var account = Sample.Account(EmailGateway.Postmark);
        var mail = MailComposer.Compose(Sample.Outbound(), account, Sample.Customer)!;
        var text = System.Text.Encoding.ASCII.GetString(Email.Mime.MimeWriter.Write(SmtpSubmission.ForRelay(mail, "smtp.postmarkapp.com")));
        var local = mail.MessageId.Split('@')[0];
        var receipt = $$"""{"RecordType":"Delivery","MessageID":"883953f4","Recipient":"a@b.example","Metadata":{"omni-message-id":"{{local}}"} }""";

        Assert.Contains("\r\nX-PM-KeepID: true\r\nX-PM-Metadata-omni-message-id: " + local + "\r\n", text, StringComparison.Ordinal);
        Assert.Empty(SmtpSubmission.ForRelay(mail, "smtp.evilpostmarkapp.com").Extra);
        Assert.Equal(mail.MessageId, Assert.IsType<DeliveryReceiptReceived>(Assert.Single(Sample.Channel.Parse(Sample.Post(receipt), account))).ProviderMessageId);
    }

    [Theory]
    [InlineData(nameof(SmtpOutcome.Insecure), SendErrorKind.Credentials)]
    [InlineData(nameof(SmtpOutcome.Ambiguous), SendErrorKind.Ambiguous)]
    [InlineData(nameof(SmtpOutcome.Throttled), SendErrorKind.Throttled)]
    public void Kind_Outcome_IsNamed(string outcome, SendErrorKind kind) => Assert.Equal(kind, SmtpSubmission.Kind(Enum.Parse<SmtpOutcome>(outcome)));

    [Theory]
    [InlineData("unverified:" + Sample.Customer, SendErrorKind.Permanent, "unverified-sender")]
    [InlineData("ann\r\nRCPT TO:<eve@x.example>@x.example", SendErrorKind.Unreachable, "bad-address")]
    [InlineData("+819012345678", SendErrorKind.Unreachable, "bad-address")]
    public async Task Send_ToSuchASender_NeverConnects(string sender, SendErrorKind kind, string code)
    {
        var result = await Sample.Channel.SendAsync(Sample.Outbound(sender), Sample.Account(EmailGateway.None, o => o.SmtpPort = 1), TestContext.Current.CancellationToken);

        Assert.Equal((kind, code), (result.Error!.Kind, result.Error.Code));
    }

    [Fact]
    public async Task Send_ToUnverifiedWhereAllowed_GoesToTheAddress()
    {
        var (result, dialogue) = await SendAsync(Accept, Sample.Outbound("unverified:" + Sample.Customer), o => o.ReplyToUnverified = true);

        Assert.True(result.IsSent);
        Assert.Equal($"RCPT TO:<{Sample.Customer}>", dialogue.Commands[2]);
    }

    [Fact]
    public async Task Send_OtherContentOrNone_IsRefused()
    {
        var account = Sample.Account(EmailGateway.None);
        foreach (MessageContent content in new MessageContent[] { new LocationContent { Latitude = 1, Longitude = 2 }, new TextContent(" ") })
        {
            var result = await Sample.Channel.SendAsync(Sample.Outbound(contents: [content]), account, TestContext.Current.CancellationToken);
            Assert.Equal(SendErrorKind.ContentRefused, result.Error!.Kind);
        }
    }

    private static async Task Accept(SmtpDialogue dialogue)
    {
        await dialogue.RunUpToContentAsync();
        await dialogue.ReadContentAsync();
        await dialogue.SendAsync("250 2.0.0 taken");
        await dialogue.ExpectAsync("QUIT", null);
    }

    private static async Task<(SendResult Result, SmtpDialogue Dialogue)> SendAsync(
        Func<SmtpDialogue, Task> script, OutboundMessage message, Action<EmailOptions>? configure = null)
    {
        await using var server = new ScriptedSmtpServer(script);
        var account = Sample.Account(EmailGateway.None, o =>
        {
            o.SmtpPort = server.Port;
            configure?.Invoke(o);
        });
        var result = await Sample.Channel.SendAsync(message, account, TestContext.Current.CancellationToken).WaitAsync(TestTimeouts.Default);
        return (result, await server.FinishedAsync());
    }
}
