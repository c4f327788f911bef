using System.Text;
using OmniChannel.Channels.Email.Smtp;

namespace OmniChannel.Channels.Email.Tests.Smtp;

public class SmtpSubmissionClientTests
{
    [Fact]
    public async Task Send_Accepted_SaysTheWholeDialogue()
    {
        var (result, dialogue) = await SmtpFixture.SendAsync(
            async s =>
            {
                await s.RunUpToContentAsync("250-SIZE 1000000\n250-PIPELINING\n250 8BITMIME");
                await s.ReadContentAsync();
                await s.SendAsync("250 2.0.0 queued for <ann.secret@x.example> as 4711");
                await s.ExpectAsync("QUIT", "221 bye");
            },
            message: Encoding.UTF8.GetBytes("Subject: x\n\n.hidden\r..two\r\nlast é"));

        Assert.Equal(SmtpOutcome.Accepted, result.Outcome);
        Assert.False(result.IsCertainlyNotAccepted);
        Assert.Equal("2.0.0", result.EnhancedStatus);
        Assert.Equal("2.0.0 queued for <[address]> as 4711", result.Text);
        Assert.Equal("Subject: x\r\n\r\n..hidden\r\n...two\r\nlast é\r\n", dialogue.Content);
        Assert.Equal(
            ["EHLO [127.0.0.1]", "MAIL FROM:<help@shop.example> SIZE=39 BODY=8BITMIME", "RCPT TO:<ann.secret@x.example>", "DATA", "QUIT"],
            dialogue.Commands);
    }

    [Theory]
    [InlineData("450 4.2.1 mailbox busy", nameof(SmtpOutcome.Transient))]
    [InlineData("421 4.7.28 too much mail", nameof(SmtpOutcome.Throttled))]
    [InlineData("550 5.1.1 ann.secret unknown", nameof(SmtpOutcome.Unreachable))]
    [InlineData("550-no\n550-such\n550 user", nameof(SmtpOutcome.Unreachable))]
    [InlineData("550 5.7.1 policy", nameof(SmtpOutcome.Permanent))]
    [InlineData("553 5.1.8 bad sender", nameof(SmtpOutcome.Permanent))]
    [InlineData("530 5.7.0 authenticate first", nameof(SmtpOutcome.Credentials))]
    public async Task Recipient_Refused_IsCertainAndClassified(string reply, string outcome)
    {
        var (result, _) = await SmtpFixture.SendAsync(async s =>
        {
            await s.SendAsync("220-hello\n220 ready");
            await s.ExpectAsync("EHLO ", "250 hello");
            await s.ExpectAsync("MAIL FROM:", "250 ok");
            await s.ExpectAsync("RCPT TO:", reply);
            await s.ExpectAsync("QUIT", "221 bye");
        });

        Assert.Equal(outcome, result.Outcome.ToString());
        Assert.Equal(SmtpStage.Recipient, result.Stage);
        Assert.True(result.IsCertainlyNotAccepted);
        Assert.DoesNotContain("secret", result.Text);
    }

    [Theory]
    [InlineData("451 4.3.0 try later", nameof(SmtpOutcome.Transient))]
    [InlineData("552 too large", nameof(SmtpOutcome.ContentRefused))]
    [InlineData("554 5.7.1 spam", nameof(SmtpOutcome.ContentRefused))]
    [InlineData("354 what", nameof(SmtpOutcome.Ambiguous))]
    public async Task Verdict_Negative_IsClassified(string reply, string outcome)
    {
        var (result, _) = await SmtpFixture.SendAsync(async s =>
        {
            await s.RunUpToContentAsync();
            await s.ReadContentAsync();
            await s.SendAsync(reply);
        });

        Assert.Equal(outcome, result.Outcome.ToString());
        Assert.Equal(SmtpStage.Verdict, result.Stage);
    }

    [Theory]
    [InlineData(0, nameof(SmtpStage.Greeting))]
    [InlineData(1, nameof(SmtpStage.Greeting))]
    [InlineData(2, nameof(SmtpStage.Sender))]
    [InlineData(3, nameof(SmtpStage.Recipient))]
    [InlineData(4, nameof(SmtpStage.Data))]
    public async Task Connection_LostBeforeTheEndOfContent_IsCertainlyNotAccepted(int answered, string stage)
    {
        string[] commands = ["", "EHLO", "MAIL", "RCPT", "DATA"];
        var (result, _) = await SmtpFixture.SendAsync(async s =>
        {
            if (answered > 0)
            {
                await s.SendAsync("220 ready");
            }

            for (var i = 1; i <= answered; i++)
            {
                await s.ExpectAsync(commands[i], i < answered ? "250 ok" : null);
            }
        });

        Assert.Equal(SmtpOutcome.Transient, result.Outcome);
        Assert.Equal(stage, result.Stage.ToString());
        Assert.True(result.IsCertainlyNotAccepted);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("HTTP/1.1 200 OK")]
    [InlineData("250-and then nothing")]
    public async Task Connection_LostAfterTheEndOfContent_IsAmbiguous(string? garbage)
    {
        var (result, _) = await SmtpFixture.SendAsync(async s =>
        {
            await s.RunUpToContentAsync();
            await s.ReadContentAsync();
            if (garbage is not null)
            {
                await s.SendAsync(garbage);
            }
        });

        Assert.Equal(SmtpOutcome.Ambiguous, result.Outcome);
        Assert.False(result.IsCertainlyNotAccepted);
    }

    [Fact]
    public async Task Connect_Refused_IsTransient()
    {
        var server = new ScriptedSmtpServer(_ => Task.CompletedTask);
        var port = server.Port;
        await server.DisposeAsync();

        var result = await new SmtpSubmissionClient(SmtpFixture.Settings(port), TimeProvider.System)
            .SendAsync(SmtpFixture.Envelope, SmtpFixture.Message, TestContext.Current.CancellationToken);

        Assert.Equal(SmtpOutcome.Transient, result.Outcome);
        Assert.Equal(SmtpStage.Connect, result.Stage);
    }

    [Theory]
    [InlineData(false, nameof(SmtpOutcome.Transient))]
    [InlineData(true, nameof(SmtpOutcome.Ambiguous))]
    public async Task Server_Silent_TimesOutByTheClock(bool afterContent, string outcome)
    {
        var time = new FiredTimeProvider();
        var silent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new ScriptedSmtpServer(async s =>
        {
            if (afterContent)
            {
                await s.RunUpToContentAsync();
                await s.ReadContentAsync();
            }

            silent.SetResult();
            await Assert.ThrowsAnyAsync<IOException>(s.ReadLineAsync);
        });

        var sending = new SmtpSubmissionClient(SmtpFixture.Settings(server.Port), time)
            .SendAsync(SmtpFixture.Envelope, SmtpFixture.Message, TestContext.Current.CancellationToken);
        await silent.Task.WaitAsync(TestTimeouts.Default);
        time.FireAll();

        Assert.Equal(outcome, (await sending.WaitAsync(TestTimeouts.Default)).Outcome.ToString());
    }

    [Fact]
    public async Task Send_CancelledBeforeTheContent_IsTransient()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new ScriptedSmtpServer(async s =>
        {
            await s.SendAsync("220 ready");
            await s.ReadLineAsync();
            await cancel.CancelAsync();
        });

        var result = await new SmtpSubmissionClient(SmtpFixture.Settings(server.Port), new FiredTimeProvider())
            .SendAsync(SmtpFixture.Envelope, SmtpFixture.Message, cancel.Token).WaitAsync(TestTimeouts.Default);
        Assert.Equal(SmtpOutcome.Transient, result.Outcome);
    }

    [Fact]
    public async Task Server_WithoutEhlo_IsGreetedWithHelo()
    {
        var (result, _) = await SmtpFixture.SendAsync(async s =>
        {
            await s.SendAsync("220 old");
            await s.ExpectAsync("EHLO ", "502 what");
            await s.ExpectAsync("HELO ", "250 hello");
            await s.ExpectAsync("MAIL FROM:<>", "250 ok");
            await s.ExpectAsync("RCPT TO:", "251 forwarding");
            await s.ExpectAsync("DATA", "354 go");
            await s.ReadContentAsync();
            await s.SendAsync("250 ok");
        }, envelope: new SmtpEnvelope("", ["ann@x.example"]));

        Assert.True(result.IsAccepted);
    }

    [Theory]
    [InlineData("250 SIZE 10", "Subject: long enough", "ann@x.example", "larger")]
    [InlineData("250 SIZE 0", "Subject: x\n\né", "ann@x.example", "8-bit")]
    [InlineData("250 8BITMIME", "Subject: x", "用户@x.example", "internationalised")]
    [InlineData("250 8BITMIME", "To: 用户@x.example", "ann@x.example", "internationalised")]
    public async Task Server_WithoutWhatTheMailNeeds_GetsNothing(string extensions, string message, string recipient, string reason)
    {
        var (result, _) = await SmtpFixture.SendAsync(async s =>
        {
            await s.SendAsync("220 ready");
            await s.ExpectAsync("EHLO ", "250-hello\n" + extensions);
            await s.ExpectAsync("QUIT", "221 bye");
        }, envelope: new SmtpEnvelope("help@shop.example", [recipient]), message: Encoding.UTF8.GetBytes(message));

        Assert.Equal(SmtpOutcome.ContentRefused, result.Outcome);
        Assert.Contains(reason, result.Text);
    }

    [Fact]
    public async Task Recipient_BeyondAscii_UsesSmtpUtf8()
    {
        var (result, dialogue) = await SmtpFixture.SendAsync(async s =>
        {
            await s.RunUpToContentAsync("250-8BITMIME\n250 SMTPUTF8");
            await s.ReadContentAsync();
            await s.SendAsync("250 ok");
        }, envelope: new SmtpEnvelope("help@shop.example", ["用户@例え.example"]));

        Assert.True(result.IsAccepted);
        Assert.Contains("MAIL FROM:<help@shop.example> SMTPUTF8", dialogue.Commands);
        Assert.Contains("RCPT TO:<用户@例え.example>", dialogue.Commands);
    }

    [Theory]
    [InlineData("a@b.example>\r\nRCPT TO:<x@y.example")]
    [InlineData("a@b.example> NOTIFY=SUCCESS")]
    [InlineData("")]
    public void Envelope_AddressThatIsNone_IsRefused(string recipient)
    {
        var e = Assert.Throws<ArgumentException>(() => new SmtpEnvelope("help@shop.example", [recipient]));

        Assert.DoesNotContain("b.example", e.Message);
    }

    [Theory]
    [InlineData("220-a\n221 b")]
    [InlineData("hello")]
    [InlineData("99")]
    [InlineData("220x")]
    public async Task Server_ThatIsNoSmtp_IsTransient(string greeting)
    {
        var (result, _) = await SmtpFixture.SendAsync(s => s.SendAsync(greeting));

        Assert.Equal(SmtpOutcome.Transient, result.Outcome);
    }

    [Fact]
    public async Task Server_EndlessReply_IsCutOff()
    {
        var (lines, _) = await SmtpFixture.SendAsync(s => s.SendAsync(string.Concat(Enumerable.Repeat("220-x\n", 300))));
        var (line, _) = await SmtpFixture.SendAsync(s => s.SendAsync("220 " + new string('x', 10_000)));

        Assert.Contains("too many lines", lines.Text);
        Assert.Contains("too long a line", line.Text);
    }
}
