using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OmniChannel.Hosting;

/// <summary>
/// Everything of the SDK in one process: makes the workspaces from what was registered, checks it, starts the engines and their pumps, and stops
/// them in order.
/// </summary>
internal sealed partial class OmniChannelHost : IHostedLifecycleService, IAsyncDisposable
{
    private static readonly TimeSpan FirstMoment = TimeSpan.FromSeconds(2);
    private readonly Dictionary<WorkspaceId, EngineHost> _engines;
    private readonly Dictionary<WorkspaceId, OmniChannelClient> _clients;
    private readonly Dictionary<ChannelAccountId, WorkspaceId> _accounts = [];
    private readonly IServiceProvider _services;
    private readonly ILogger _logger;
    private bool _started;
    private bool _disposed;

    public OmniChannelHost(IServiceProvider services)
    {
        EngineTexts.Register();
        _services = services;
        _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger<OmniChannelHost>();
        var setup = new WorkspaceSetup(services);
        _engines = setup.Build(services.GetRequiredService<IOptions<OmniChannelOptions>>().Value);
        foreach (var (workspace, engine) in _engines)
        {
            foreach (var port in engine.Ports.All)
            {
                _accounts[port.Id] = workspace;
            }
        }

        _clients = _engines.ToDictionary(e => e.Key, e => new OmniChannelClient(e.Value, id => Client(id)));
    }

    public OmniChannelClient Default => _clients[WorkspaceSetup.DefaultWorkspace];

    public IEnumerable<EngineHost> Engines => _engines.Values;

    /// <summary>The client of the workspace that a channel account belongs to; null for an unknown account.</summary>
    public OmniChannelClient? ClientOf(ChannelAccountId account) => _accounts.TryGetValue(account, out var workspace) ? _clients[workspace] : null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_started)
        {
            return;
        }

        _started = true;
        foreach (var (workspace, engine) in _engines)
        {
            engine.Start();
            StartPumps(engine);
            engine.Background.Run(_clients[workspace].Streams.SweepAsync);
        }

        LogWebhooks();
        await FirstMomentAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// A store that cannot be opened stops the start with its reason. A large one goes on loading behind an open door: webhooks are held meanwhile,
    /// and readiness is red.
    /// </summary>
    private async Task FirstMomentAsync(CancellationToken cancellationToken)
    {
        var loading = Task.WhenAll(_engines.Values.Select(e => e.Ready));
        if (await Task.WhenAny(loading, Task.Delay(FirstMoment, TimeProvider.System, cancellationToken)).ConfigureAwait(false) == loading)
        {
            await loading.ConfigureAwait(false);
        }
        else
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogLoading();
            _ = loading.ContinueWith(
                failed => _services.GetService<IHostApplicationLifetime>()?.StopApplication(),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Last of all, when no request is served any more.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken) => await DisposeAsync().ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        foreach (var engine in _engines.Values)
        {
            await engine.DisposeAsync().ConfigureAwait(false);
        }
    }

    private OmniChannelClient Client(WorkspaceId workspace) =>
        _clients.GetValueOrDefault(workspace)
        ?? throw new ArgumentException($"There is no workspace '{workspace}': no channel account was added to it.", nameof(workspace));

    private void StartPumps(EngineHost engine)
    {
        var loggers = _services.GetRequiredService<ILoggerFactory>();
        var scopes = _services.GetRequiredService<IServiceScopeFactory>();
        foreach (var handler in _services.GetServices<EventHandlerRegistration>().Where(h => h.Workspace == engine.Rules.Workspace))
        {
            engine.Background.Run(new HandlerPump(handler, engine, scopes, loggers.CreateLogger<HandlerPump>()).RunAsync);
        }

        foreach (var port in engine.Ports.All.Where(p => p.Pulls))
        {
            engine.Background.Run(new PullPump(port, engine, loggers.CreateLogger<PullPump>()).RunAsync);
        }
    }

    private void LogWebhooks()
    {
        var options = _services.GetRequiredService<IOptions<OmniChannelOptions>>().Value;
        foreach (var port in _engines.Values.SelectMany(e => e.Ports.All).Where(p => p.ReceivesWebhooks))
        {
            LogWebhook(port.Id.ToString(), options.WebhookUrl(port.Id)?.ToString() ?? options.WebhookPath(port.Id));
        }
    }

    [LoggerMessage(202, LogLevel.Information, "The store is large and still loads; requests are held meanwhile.")]
    private partial void LogLoading();

    [LoggerMessage(200, LogLevel.Information, "{Account} receives at {Url}")]
    private partial void LogWebhook(string account, string url);
}
