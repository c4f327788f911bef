using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OmniChannel.Channels.Email.Smtp;

namespace OmniChannel.Channels.Email.Tests.Smtp;

/// <summary>A client against a script, with defaults.</summary>
internal static class SmtpFixture
{
    public static byte[] Message { get; } = Encoding.ASCII.GetBytes("Subject: x\r\n\r\nHello\r\n");

    public static SmtpEnvelope Envelope { get; } = new("help@shop.example", ["ann.secret@x.example"]);

    /// <summary>Self-signed for localhost, long-lived, made anew for each run.</summary>
    public static X509Certificate2 Certificate { get; } = CreateCertificate();

    public static RemoteCertificateValidationCallback TrustOurs { get; } =
        (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public static SmtpClientSettings Settings(int port) => new() { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None };

    public static async Task<(SmtpResult Result, SmtpDialogue Dialogue)> SendAsync(
        Func<SmtpDialogue, Task> script,
        Func<SmtpClientSettings, SmtpClientSettings>? configure = null,
        SmtpEnvelope? envelope = null,
        byte[]? message = null)
    {
        await using var server = new ScriptedSmtpServer(script);
        var settings = Settings(server.Port);
        var client = new SmtpSubmissionClient(configure?.Invoke(settings) ?? settings, new FiredTimeProvider());
        var result = await client.SendAsync(envelope ?? Envelope, message ?? Message, TestContext.Current.CancellationToken)
            .WaitAsync(TestTimeouts.Default);
        return (result, await server.FinishedAsync());
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
