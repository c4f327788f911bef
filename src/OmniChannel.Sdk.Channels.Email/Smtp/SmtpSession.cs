using System.Net.Security;
using System.Net.Sockets;

namespace OmniChannel.Channels.Email.Smtp;

/// <summary>One dialogue. A step returns null to go on, or the result that ends it.</summary>
internal sealed partial class SmtpSession(SmtpClientSettings settings, TimeProvider time, SmtpEnvelope envelope, SmtpContent content)
    : IAsyncDisposable
{
    private SmtpStage _stage;
    private Socket? _socket;
    private SmtpWire? _wire;
    private SmtpExtensions _extensions = new();
    private bool _isEncrypted;

    private SmtpWire Wire => _wire ?? throw new InvalidOperationException("Not connected.");

    public async Task<SmtpResult> RunAsync(CancellationToken cancellationToken)
    {
        await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var result = await GreetAsync(cancellationToken).ConfigureAwait(false)
            ?? await UpgradeAsync(cancellationToken).ConfigureAwait(false)
            ?? await AuthenticateAsync(cancellationToken).ConfigureAwait(false)
            ?? await AddressAsync(cancellationToken).ConfigureAwait(false)
            ?? await SubmitAsync(cancellationToken).ConfigureAwait(false);
        await QuitAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>True as long as the end of the content cannot have reached the server.</summary>
    public bool HasCertainlyNotDelivered => _stage is not SmtpStage.Verdict;

    /// <summary>The peer is gone: ambiguous once the end of the content may have reached it.</summary>
    public SmtpResult Lost(string reason) =>
        Stopped(_stage is SmtpStage.Verdict ? SmtpOutcome.Ambiguous : SmtpOutcome.Transient, reason);

    public SmtpResult Stopped(SmtpOutcome outcome, string reason) => new() { Outcome = outcome, Stage = _stage, Text = reason };

    public async ValueTask DisposeAsync()
    {
        if (_wire is not null)
        {
            await _wire.DisposeAsync().ConfigureAwait(false);
        }

        _socket?.Dispose();
    }

    private SmtpResult Refused(SmtpReply reply) => Judged(reply, SmtpClassifier.Classify(reply, _stage));

    private SmtpResult Judged(SmtpReply reply, SmtpOutcome outcome) => new()
    {
        Outcome = outcome,
        Stage = _stage,
        Code = reply.Code,
        EnhancedStatus = reply.EnhancedStatus,
        Text = SmtpText.Scrub(reply, envelope, settings.UserName),
    };

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        using var limit = Limit(settings.ConnectTimeout, cancellationToken);
        _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await _socket.ConnectAsync(settings.Host, settings.Port, limit.Token).ConfigureAwait(false);
        _wire = new SmtpWire(new NetworkStream(_socket, ownsSocket: false));
        if (settings.Security is SmtpSecurity.ImplicitTls)
        {
            await EncryptAsync(limit.Token).ConfigureAwait(false);
        }

        _stage = SmtpStage.Greeting;
    }

    private async Task EncryptAsync(CancellationToken cancellationToken)
    {
        _stage = SmtpStage.Tls;
        var tls = new SslStream(Wire.Stream, leaveInnerStreamOpen: false);
        Wire.Replace(tls);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = settings.Host,
            RemoteCertificateValidationCallback = settings.CertificateValidation,
        };
        await tls.AuthenticateAsClientAsync(options, cancellationToken).ConfigureAwait(false);
        _isEncrypted = true;
    }

    private async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        using var limit = Limit(settings.CommandTimeout, cancellationToken);
        await Wire.SendLineAsync(command, limit.Token).ConfigureAwait(false);
        return await Wire.ReadReplyAsync(limit.Token).ConfigureAwait(false);
    }

    private SmtpTimeLimit Limit(TimeSpan limit, CancellationToken cancellationToken) => new(limit, time, cancellationToken);

    /// <summary>The result stands already; a server that is slow to say goodbye changes nothing.</summary>
    private async Task QuitAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var limit = Limit(settings.CommandTimeout, cancellationToken);
            await Wire.SendLineAsync("QUIT", limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            return;
        }
    }
}
