using System.Text;
using OmniChannel.Channels.Email.Smtp;

namespace OmniChannel.Channels.Email.Tests.Smtp;

public class SmtpSecurityTests
{
    [Fact]
    public async Task StartTls_ThenAuth_SubmitsEncrypted()
    {
        var (result, dialogue) = await SmtpFixture.SendAsync(
            async s =>
            {
                await s.SendAsync("220 ready");
                await s.ExpectAsync("EHLO ", "250-hello\n250 STARTTLS");
                await s.ExpectAsync("STARTTLS", "220 go");
                await s.EncryptAsync(SmtpFixture.Certificate);
                await s.ExpectAsync("EHLO ", "250-hello\n250 AUTH PLAIN LOGIN");
                await s.ExpectAsync("AUTH PLAIN ", "235 2.7.0 welcome");
                await s.ExpectAsync("MAIL FROM:", "250 ok");
                await s.ExpectAsync("RCPT TO:", "250 ok");
                await s.ExpectAsync("DATA", "354 go");
                await s.ReadContentAsync();
                await s.SendAsync("250 ok");
            },
            c => c with { Security = SmtpSecurity.StartTls, CertificateValidation = SmtpFixture.TrustOurs, UserName = "u", Password = "p" });

        Assert.True(result.IsAccepted);
        Assert.Contains("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes("\0u\0p")), dialogue.Commands);
    }

    [Fact]
    public async Task ImplicitTls_FromTheFirstByte_Submits()
    {
        var (result, _) = await SmtpFixture.SendAsync(
            async s =>
            {
                await s.EncryptAsync(SmtpFixture.Certificate);
                await s.RunUpToContentAsync();
                await s.ReadContentAsync();
                await s.SendAsync("250 ok");
            },
            c => c with { Security = SmtpSecurity.ImplicitTls, CertificateValidation = SmtpFixture.TrustOurs });

        Assert.True(result.IsAccepted);
    }

    [Fact]
    public async Task Certificate_NotTrusted_IsInsecure()
    {
        await using var server = new ScriptedSmtpServer(s => s.EncryptAsync(SmtpFixture.Certificate));
        var settings = SmtpFixture.Settings(server.Port) with { Security = SmtpSecurity.ImplicitTls };

        var result = await new SmtpSubmissionClient(settings, new FiredTimeProvider())
            .SendAsync(SmtpFixture.Envelope, SmtpFixture.Message, TestContext.Current.CancellationToken).WaitAsync(TestTimeouts.Default);

        Assert.Equal(SmtpOutcome.Insecure, result.Outcome);
        Assert.True(result.IsCertainlyNotAccepted);
    }

    [Fact]
    public async Task StartTls_NotOffered_SendsNothing()
    {
        var (result, dialogue) = await SmtpFixture.SendAsync(
            async s =>
            {
                await s.SendAsync("220 ready");
                await s.ExpectAsync("EHLO ", "250-hello\n250 AUTH PLAIN");
                await s.ExpectAsync("QUIT", "221 bye");
            },
            c => c with { Security = SmtpSecurity.StartTls, UserName = "u", Password = "p" });

        Assert.Equal(SmtpOutcome.Insecure, result.Outcome);
        Assert.Equal(2, dialogue.Commands.Count);
    }

    [Fact]
    public async Task StartTls_WithTextSmuggledBehindIt_IsInsecure()
    {
        var (result, _) = await SmtpFixture.SendAsync(
            async s =>
            {
                await s.SendAsync("220 ready");
                await s.ExpectAsync("EHLO ", "250-hello\n250 STARTTLS");
                await s.ExpectAsync("STARTTLS", "220 go\n250-hello\n250 AUTH PLAIN");
            },
            c => c with { Security = SmtpSecurity.StartTls });

        Assert.Equal(SmtpOutcome.Insecure, result.Outcome);
    }

    [Fact]
    public async Task AuthLogin_OnLoopback_NeedsNoTls()
    {
        var (result, dialogue) = await SmtpFixture.SendAsync(
            async s =>
            {
                await s.SendAsync("220 ready");
                await s.ExpectAsync("EHLO ", "250-hello\n250 AUTH=LOGIN");
                await s.ExpectAsync("AUTH LOGIN", "334 VXNlcm5hbWU6");
                await s.ExpectAsync("dXNlcg==", "334 UGFzc3dvcmQ6");
                await s.ExpectAsync("cGFzcw==", "535 5.7.8 user is wrong");
                await s.ExpectAsync("QUIT", "221 bye");
            },
            c => c with { UserName = "user", Password = "pass" });

        Assert.Equal(SmtpOutcome.Credentials, result.Outcome);
        Assert.Equal("5.7.8 [address] is wrong", result.Text);
        Assert.DoesNotContain("DATA", dialogue.Commands);
    }

    [Theory]
    [InlineData("454 4.7.0 later", nameof(SmtpOutcome.Transient))]
    [InlineData("504 no such mechanism", nameof(SmtpOutcome.Credentials))]
    public async Task Auth_Refused_IsClassified(string reply, string outcome)
    {
        var (result, _) = await SmtpFixture.SendAsync(
            async s =>
            {
                await s.SendAsync("220 ready");
                await s.ExpectAsync("EHLO ", "250-hello\n250 AUTH PLAIN");
                await s.ExpectAsync("AUTH PLAIN ", reply);
            },
            c => c with { UserName = "user", Password = "pass" });

        Assert.Equal(outcome, result.Outcome.ToString());
    }

    [Fact]
    public async Task Auth_NotOffered_IsACredentialsProblem()
    {
        var (result, _) = await SmtpFixture.SendAsync(
            async s =>
            {
                await s.SendAsync("220 ready");
                await s.ExpectAsync("EHLO ", "250-hello\n250 AUTH GSSAPI");
            },
            c => c with { UserName = "user", Password = "pass" });

        Assert.Equal(SmtpOutcome.Credentials, result.Outcome);
    }

    [Theory]
    [InlineData("127.0.0.1", false, true)]
    [InlineData("127.8.8.8", false, true)]
    [InlineData("::1", false, true)]
    [InlineData("::ffff:127.0.0.1", false, true)]
    [InlineData("192.0.2.1", false, false)]
    [InlineData("::ffff:192.0.2.1", false, false)]
    [InlineData("192.0.2.1", true, true)]
    public void PlaintextAuth_ByPeer_IsAllowedOnlyOnLoopback(string peer, bool option, bool allowed) =>
        Assert.Equal(allowed, SmtpAuthPolicy.Allows(isEncrypted: false, System.Net.IPAddress.Parse(peer), option));

    [Fact]
    public void Settings_InALog_ShowNoCredentials() =>
        Assert.DoesNotContain("hunter2", (SmtpFixture.Settings(25) with { UserName = "hunter2", Password = "hunter2" }).ToString());
}
