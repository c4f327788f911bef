using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace OmniChannel.Engagement.Engine;

/// <summary>
/// The one writer of a workspace: inputs in, batches out. It only composes: the loader brings rows, the decider decides, the committer writes
/// while the next batch is decided, and what is committed reaches callers, readers and pumps.
/// </summary>
internal sealed partial class WorkspaceEngine(
    WorkspaceRules rules, IEngineStore store, IReadStore reads, IWorkspaceLeases leases, TimeProvider time, EngineActivity activity, Mailbox mailbox,
    CommittedView view, CommitFeed feed, Action<DecidedInput> committed, ILoggerFactory loggers)
{
    // Inputs decided between two looks at the commit under way: a quarter of a millisecond's work.
    private const int MostAtOnce = 16;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterFailedRead = TimeSpan.FromMilliseconds(500);
    private readonly ILogger _logger = loggers.CreateLogger<WorkspaceEngine>();
    private readonly List<Envelope> _drained = [];
    private readonly Announcer _announcer = new(view, feed, committed, loggers.CreateLogger<Announcer>());
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WorkspaceState _state = null!;
    private BatchLoader _loader = null!;
    private Decider _decider = null!;
    private Committer _committer = null!;
    private Residents _residents = null!;
    private ColdRows _cold = null!;
    private BatchDeciding? _deciding;
    private PendingBatch? _writing;
    private PendingBatch? _landed;
    private Task<bool>? _commit;
    private Task<bool>? _readable;
    private long _sequence;
    private long _epoch;
    private DateTimeOffset _now;
    private long _nextDeadline;

    /// <summary>The most inputs in one batch.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The lease under which it writes; 0 before it has one.</summary>
    public long Epoch => Volatile.Read(ref _epoch);

    /// <summary>Ends when the workspace is loaded and inputs are taken; fails when it cannot be.</summary>
    public Task Ready => _ready.Task;

    /// <summary>The hash key and hasher of the loaded workspace.</summary>
    public WorkspaceHead Head => _state.Head;

    /// <summary>When something will happen without anybody doing anything; null for never. A hint for those who wait.</summary>
    public DateTimeOffset? NextDeadline => Volatile.Read(ref _nextDeadline) is var ticks and not 0 ? new(ticks, TimeSpan.Zero) : null;

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await LoadAsync(stopping).ConfigureAwait(false);
            await LoopAsync(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            _ready.TrySetCanceled(stopping);
        }
        catch (Exception e)
        {
            LogStopped(e);
            _ready.TrySetException(e);
            throw;
        }
        finally
        {
            await StopAsync().ConfigureAwait(false);
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var seed = new WorkspaceHead
        {
            Sequence = 0,
            HashKey = RandomNumberGenerator.GetBytes(32),
            IdSeed = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)),
        };
        _epoch = await leases.TryAcquireAsync(rules.Workspace, cancellationToken).ConfigureAwait(false)
            ?? throw new EngineUnavailableException($"Another process holds workspace '{rules.Workspace}'.");
        var load = await store.LoadAsync(rules.Workspace, seed, cancellationToken).ConfigureAwait(false);
        _state = new(load.Head, rules);
        await foreach (var row in load.Rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            _state.Table(row.Key.Table).Load(row);
        }

        _state.Identity.Prepare();
        _residents = new(_state, view, rules);
        _loader = new(store, reads, rules.Workspace, _state, _residents);
        await _loader.LoadSeenAsync(load.InboxKeys, cancellationToken).ConfigureAwait(false);
        _decider = new(_state, rules);
        _cold = new(_state, _loader, _residents);
        _committer = new(store, rules.Workspace, time, loggers.CreateLogger<Committer>());
        _sequence = load.Head.Sequence;
        _now = load.Head.LastAt;
        view.Publish(_sequence, _state.Tables.SelectMany(t => t.Keys.Select(k => (t, k, t.Peek(k)))));
        _residents.Started(time.GetUtcNow());
        await WriteAsync([StartEnvelope()], cancellationToken).ConfigureAwait(false);
        // What the start makes due is decided and committed before anybody else gets a word in.
        var started = await SettleAsync(cancellationToken).ConfigureAwait(false);
        await WriteAsync([], cancellationToken).ConfigureAwait(false);
        if (!await SettleAsync(cancellationToken).ConfigureAwait(false) || !started)
        {
            throw new EngineUnavailableException($"The store of workspace '{rules.Workspace}' cannot be written.");
        }

        _ready.TrySetResult();
        LogReady(rules.Workspace.Value, _sequence);
    }

    private Envelope StartEnvelope()
    {
        activity.Began();
        return new(new StartInput(), activity);
    }

    private async Task LoopAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var batch = Drain(BatchSize);
            if (batch.Count > 0 || _state.Deadlines.Next <= time.GetUtcNow())
            {
                await WriteAsync(batch, stopping).ConfigureAwait(false);
            }
            else if (_commit is not null)
            {
                await SettleAsync(stopping).ConfigureAwait(false);
            }
            else if (!_residents.Leave(time.GetUtcNow(), null))
            {
                await WaitAsync(stopping).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Some of what waits: so few that a commit that ends meanwhile is followed by the next one soon.</summary>
    private List<Envelope> Drain(int most)
    {
        _drained.Clear();
        while (_drained.Count < Math.Min(most, MostAtOnce) && mailbox.Reader.TryRead(out var envelope))
        {
            _drained.Add(envelope);
        }

        return _drained;
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var input = mailbox.Reader.WaitToReadAsync(cancel.Token).AsTask();
        if (Earlier(_state.Deadlines.Next, _residents.Next) is { } due)
        {
            var wait = due - time.GetUtcNow();
            var timer = Task.Delay(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait, time, cancel.Token);
            await Task.WhenAny(input, timer).ConfigureAwait(false);
        }
        else
        {
            await Task.WhenAny(input).ConfigureAwait(false);
        }

        await cancel.CancelAsync().ConfigureAwait(false);
        if (!stopping.IsCancellationRequested && input.IsCompletedSuccessfully && !await input.ConfigureAwait(false))
        {
            throw new OperationCanceledException(stopping);
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) => left is null || right < left ? right ?? left : left;

    /// <summary>
    /// Decides a batch while the one before is being written; what comes in meanwhile joins it, so that a slow disk makes large batches. Then starts
    /// its commit, and only then tells the world of the one before: the disk does not wait for that.
    /// </summary>
    private async Task WriteAsync(List<Envelope> envelopes, CancellationToken cancellationToken)
    {
        _deciding = Begin();
        await AddAsync(envelopes, cancellationToken).ConfigureAwait(false);
        while (await MoreAsync(BatchSize - _deciding.Count, cancellationToken).ConfigureAwait(false))
        {
            await AddAsync(Drain(BatchSize - _deciding.Count), cancellationToken).ConfigureAwait(false);
        }

        var batch = _deciding.Close();
        (_sequence, _now) = (batch.NewSequence, batch.At);
        if (await LandAsync().ConfigureAwait(false))
        {
            _writing = batch;
            _commit = batch.IsEmpty ? Task.FromResult(true) : Task.Run(() => _committer.CommitAsync(batch, CancellationToken.None), CancellationToken.None);
        }
        else
        {
            _state.Deadlines.Restore(batch.Dropped);
            Fail(batch, new EngineUnavailableException("The store failed."));
        }

        _deciding = null;
        Volatile.Write(ref _nextDeadline, _state.Deadlines.Next?.UtcTicks ?? 0);
        PublishLanded();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private BatchDeciding Begin()
    {
        _loader.Begin();
        return new(_state, _decider, _loader, new() { Sequence = _sequence, At = _now, LeaseEpoch = _epoch, Unwritten = _writing?.Inputs ?? [] }, _writing?.Taken);
    }

    /// <summary>Adds to the batch. Where rows cannot be read, what was decided of it is taken back and its callers are told to come again.</summary>
    private async Task AddAsync(List<Envelope> envelopes, CancellationToken cancellationToken)
    {
        try
        {
            var duplicates = await _loader.FindDuplicatesAsync(envelopes, cancellationToken).ConfigureAwait(false);
            await _loader.LoadRowsAsync(envelopes, cancellationToken).ConfigureAwait(false);
            await _deciding!.AddAsync(envelopes, duplicates, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogReadFailed(e);
            var unavailable = new EngineUnavailableException("The store cannot be read.", e);
            TakeBack(_deciding!.Close(), unavailable);
            envelopes.ForEach(v => v.Fail(unavailable));
            _deciding = Begin();
            if (envelopes.Count == 0)
            {
                // Something due asked for the rows, and would at once again.
                await Task.Delay(AfterFailedRead, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private void TakeBack(PendingBatch batch, EngineUnavailableException reason)
    {
        _state.Undo.RollbackTo(batch.StartMark);
        _state.Dirty.Clear();
        _state.Deadlines.Restore(batch.Dropped);
        Fail(batch, reason);
    }

    /// <summary>Waits for more inputs as long as the batch before is being written anyway; true when there are some.</summary>
    private async Task<bool> MoreAsync(int room, CancellationToken cancellationToken)
    {
        if (room <= 0 || _commit is null or { IsCompleted: true })
        {
            return false;
        }

        if (!mailbox.Reader.TryPeek(out _))
        {
            _readable = _readable is { IsCompleted: false } waiting ? waiting : mailbox.Reader.WaitToReadAsync(cancellationToken).AsTask();
            await Task.WhenAny(_readable, _commit).ConfigureAwait(false);
        }

        return mailbox.Reader.TryPeek(out _);
    }

    /// <summary>Waits for the commit under way; what it made durable reaches everybody. False when it and what came after were rolled back.</summary>
    private async Task<bool> SettleAsync(CancellationToken cancellationToken)
    {
        var durable = await LandAsync().ConfigureAwait(false);
        PublishLanded();
        cancellationToken.ThrowIfCancellationRequested();
        return durable;
    }

    /// <summary>Waits for the commit under way. False when it and what came after were rolled back.</summary>
    private async Task<bool> LandAsync()
    {
        if (_commit is null || _writing is null)
        {
            return true;
        }

        var (batch, commit) = (_writing, _commit);
        (_writing, _commit) = (null, null);
        bool durable;
        try
        {
            durable = await commit.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Fail(batch, e);
            throw;
        }

        if (!durable)
        {
            TakeBack(batch, new EngineUnavailableException("The store failed."));
            _sequence = batch.ExpectedSequence;
            LogRolledBack(batch.Inputs.Count);
            return false;
        }

        _state.Undo.ForgetTo(batch.EndMark);
        _landed = batch;
        return true;
    }

    private void PublishLanded()
    {
        if (_landed is { } batch)
        {
            _landed = null;
            _announcer.Announce(batch);
            _cold.Evict(batch, _writing);
        }
    }

    private static void Fail(PendingBatch batch, Exception e)
    {
        foreach (var (envelope, _) in batch.Waiting)
        {
            envelope.Fail(e);
        }
    }

    private async Task StopAsync()
    {
        mailbox.Close();
        PublishLanded();
        if (_commit is { } commit && _writing is { } batch)
        {
            await commit.ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
            if (commit is { IsCompletedSuccessfully: true, Result: true })
            {
                _announcer.Announce(batch);
            }
            else
            {
                Fail(batch, new EngineUnavailableException("The engine is stopping."));
            }
        }

        _drained.ForEach(v => v.Fail(new EngineUnavailableException("The engine is stopping.")));
        _deciding?.Waiting.ForEach(w => w.Envelope.Fail(new EngineUnavailableException("The engine is stopping.")));
        while (mailbox.Reader.TryRead(out var envelope))
        {
            envelope.Fail(new EngineUnavailableException("The engine is stopping."));
        }

        if (_epoch > 0)
        {
            await leases.ReleaseAsync(rules.Workspace, _epoch, CancellationToken.None).ConfigureAwait(false);
        }
    }

    [LoggerMessage(110, LogLevel.Information, "Workspace {Workspace} is ready at journal sequence {Sequence}.")]
    private partial void LogReady(string workspace, long sequence);

    [LoggerMessage(111, LogLevel.Critical, "The engine stopped.")]
    private partial void LogStopped(Exception exception);

    [LoggerMessage(112, LogLevel.Error, "The store failed; {Count} inputs were rolled back and their callers told to come again.")]
    private partial void LogRolledBack(int count);

    [LoggerMessage(113, LogLevel.Error, "The store could not be read for a batch.")]
    private partial void LogReadFailed(Exception exception);
}
