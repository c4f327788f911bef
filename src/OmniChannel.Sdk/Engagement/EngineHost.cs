using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OmniChannel.Diagnostics;
using OmniChannel.Identity.Matching;

namespace OmniChannel.Engagement;

/// <summary>One workspace's engine with its pumps, started and stopped as one.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly WorkspaceEngine _engine;
    private readonly EffectPump _pump;
    private readonly AccountPipelines _pipelines;
    private readonly MatchPump _matches;
    private readonly TimeProvider _time;
    private readonly IWorkspaceLeases _leases;
    private Task _running = Task.CompletedTask;

    public EngineHost(WorkspaceRules rules, ChannelPorts ports, IServiceProvider services)
    {
        Rules = rules;
        Ports = ports;
        _time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var loggers = Loggers = services.GetRequiredService<ILoggerFactory>();
        Metrics = new(rules.Workspace, () => Activity.Pending, () => NextDeadline is { } due && due < _time.GetUtcNow() ? _time.GetUtcNow() - due : TimeSpan.Zero, () => View.Resident);
        var scopes = services.GetRequiredService<IServiceScopeFactory>();
        Reads = services.GetRequiredService<IReadStore>();
        _leases = services.GetRequiredService<IWorkspaceLeases>();
        Profiles = new(Reads, rules);
        Conversations = new(View, Reads, rules);
        Background = new(loggers.CreateLogger<BackgroundWork>());
        Feed = new(View);
        Mailbox = new(Activity);
        _pipelines = new(rules, _time);
        _matches = new(Reads, View, rules, services.GetService<TrainedMatcher>(), services.GetService<MatchingOptions>() ?? new(), _time, loggers.CreateLogger<MatchPump>());
        _pump = new(
            new(ports, _pipelines, rules),
            new(scopes, View, Conversations, Profiles, rules, _time),
            new(scopes, rules, _time),
            new(ports, _pipelines, rules, this),
            new(ports, _pipelines),
            _matches,
            Mailbox,
            Activity,
            _time,
            loggers.CreateLogger<EffectPump>());
        _engine = new(
            rules, services.GetRequiredService<IEngineStore>(), Reads, _leases, _time, Activity, Mailbox, View, Feed, Committed, loggers)
        {
            BatchSize = rules.BatchSize,
        };
    }

    public WorkspaceRules Rules { get; }

    public ChannelPorts Ports { get; }

    public ILoggerFactory Loggers { get; }

    public EngineMetrics Metrics { get; }

    public Mailbox Mailbox { get; }

    public EngineActivity Activity { get; } = new();

    public CommittedView View { get; } = new();

    public CommitFeed Feed { get; }

    public CallAnswers CallAnswers { get; } = new();

    public BackgroundWork Background { get; }

    public IReadStore Reads { get; }

    public ProfileReader Profiles { get; }

    public ConversationReader Conversations { get; }

    public TimeProvider Time => _time;

    /// <summary>Keyed hashes of the workspace; there once it is loaded.</summary>
    public IdentifierHasher Hasher => field ??= new(_engine.Head.HashKey);

    /// <summary>Ends when the workspace takes inputs.</summary>
    public Task Ready => _engine.Ready;

    /// <summary>When something will happen without anybody doing anything; null for never.</summary>
    public DateTimeOffset? NextDeadline => _engine.NextDeadline;

    public void Start()
    {
        _running = Task.Run(() => _engine.RunAsync(_stopping.Token));
        Background.Run(new LeaseKeeper(Rules.Workspace, _leases, () => _engine.Epoch, _stopping.CancelAsync, _time, Loggers.CreateLogger<LeaseKeeper>()).RunAsync);
    }

    /// <summary>The end of the engine: completes on stop, fails when it cannot go on.</summary>
    public Task Running => _running;

    /// <summary>Posts a command and gives its decision.</summary>
    public async Task<Decision> CommandAsync(CommandInput command, CancellationToken cancellationToken)
    {
        await Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        var outcome = await Mailbox.PostAsync(command, cancellationToken).ConfigureAwait(false);
        return outcome.Decision ?? Decision.Yes();
    }

    /// <summary>Asks the writer something and gives its answer.</summary>
    public async Task<T> AskAsync<T>(QueryCommand<T> query, CancellationToken cancellationToken)
        where T : class
    {
        await CommandAsync(query, cancellationToken).ConfigureAwait(false);
        return query.Answer!;
    }

    public async ValueTask DisposeAsync()
    {
        await Background.DisposeAsync().ConfigureAwait(false);
        await StopSendingAsync().ConfigureAwait(false);
        await _pump.DisposeAsync().ConfigureAwait(false);
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        _pipelines.Dispose();
        _matches.Dispose();
        Metrics.Dispose();
        _stopping.Dispose();
    }

    /// <summary>From here on no message begins to be sent, so that none is under way when the engine ends.</summary>
    private async Task StopSendingAsync()
    {
        try
        {
            if (Ready.IsCompletedSuccessfully)
            {
                await Mailbox.PostAsync(new StopInput(), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(3), TimeProvider.System).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is EngineUnavailableException or TimeoutException)
        {
            // The engine does not answer: what is under way is found again at the next start.
        }
    }

    private void Committed(DecidedInput input)
    {
        Metrics.Committed(input.Kind, input.Outcome.Failure is not null);
        foreach (var work in input.Work)
        {
            _pump.Start(work);
        }

        foreach (var instruction in input.Outcome.Instructions)
        {
            CallAnswers.Give(instruction);
        }
    }
}
