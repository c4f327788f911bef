using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.Emulator.Twilio;

/// <summary>The REST API on a loopback port of its own, so that it can really refuse connections. The port is taken at once and kept.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly RequestDelegate _handler;
    private readonly SemaphoreSlim _gate = new(1);
    private Socket? _reserved;
    private WebApplication? _running;
    private bool _closed;

    public ApiServer(int port, RequestDelegate handler)
    {
        _handler = handler;
        _reserved = Loopback.Bind(port);
        EndPoint = (IPEndPoint)_reserved.LocalEndPoint!;
    }

    public IPEndPoint EndPoint { get; }

    public Uri Url => new($"http://{EndPoint}");

    /// <summary>Listens, or stops listening: then connections are refused. Again in the wanted state it does nothing.</summary>
    public async Task SetListeningAsync(bool listening, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (listening && _running is null && !_closed)
            {
                _running = Build();
                await _running.StartAsync(cancellationToken);
            }
            else if (!listening)
            {
                await CloseAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        _closed = true;
        await CloseAsync();
        _gate.Release();
    }

    private async Task CloseAsync()
    {
        _reserved?.Dispose();
        _reserved = null;
        if (_running is { } running)
        {
            _running = null;
            using var now = new CancellationTokenSource();
            await now.CancelAsync();
            await running.StopAsync(now.Token);
            await running.DisposeAsync();
        }
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(EndPoint));
        builder.Services.Configure<KestrelServerOptions>(k => k.AddServerHeader = false);
        builder.Services.Configure<SocketTransportOptions>(s => s.CreateBoundListenSocket = _ => Take());
        var app = builder.Build();
        app.Run(_handler);
        return app;
    }

    private Socket Take()
    {
        var socket = _reserved ?? Loopback.Bind(EndPoint.Port);
        _reserved = null;
        return socket;
    }
}
