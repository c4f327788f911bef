using System.Net;
using System.Net.Sockets;
using OmniChannel.Emulator.State;

namespace OmniChannel.Emulator.Mail;

/// <summary>Takes the application's mail on a loopback port (RFC 5321), without TLS. The port is taken at once and kept.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly SmtpSettings _settings;
    private readonly EmulatorWork _work;
    private readonly SemaphoreSlim _places;
    private readonly Socket _listener;

    public SmtpServer(int port, SmtpSettings settings, EmulatorWork work)
    {
        _settings = settings;
        _work = work;
        _places = new(SmtpSettings.MaxSessions);
        _listener = Loopback.Bind(port);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
    }

    public int Port { get; }

    public void Start()
    {
        _listener.Listen();
        _work.Run(AcceptAsync);
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _places.WaitAsync(cancellationToken);
            var socket = await _listener.AcceptAsync(cancellationToken);
            _work.Run(stopped => ServeAsync(socket, stopped));
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = new NetworkStream(socket, ownsSocket: true);
            if (_settings.Outage() != EmulatedOutage.Refused)
            {
                using var limit = new CancellationTokenSource(SmtpSettings.SessionTime, _settings.Time);
                using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
                await new SmtpConversation(stream, _settings).RunAsync(both.Token);
            }
            else
            {
                // The port stays open for later; a reset before the greeting is what a closed one looks like to a client.
                socket.LingerState = new(true, 0);
            }
        }
        catch (Exception e) when (e is IOException or SocketException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return;
        }
        finally
        {
            _places.Release();
        }
    }
}
