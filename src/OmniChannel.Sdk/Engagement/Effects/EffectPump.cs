using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OmniChannel.Engagement.Effects;

/// <summary>
/// Does the I/O that was decided, outside the writer, and posts each result back as an input. What is under way is tracked, counted and
/// drained on stop; what is cut off is found again at the next start.
/// </summary>
internal sealed partial class EffectPump(
    SendPump sends, BotPump bots, LookupPump lookups, CodePump codes, CallPump calls, MatchPump matches, Mailbox mailbox, EngineActivity activity, TimeProvider time,
    ILogger<EffectPump> logger)
    : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource _stopping = new();
    private volatile bool _closed;

    public void Start(EffectWork work)
    {
        if (_closed && work.Message is null)
        {
            return; // An effect begins again at the next start.
        }

        activity.Began();
        var task = Task.Run(() => RunAsync(work), CancellationToken.None);
        _running[task] = true;
        task.ContinueWith(t => _running.TryRemove(t, out _), TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        await DrainAsync().ConfigureAwait(false);
        await _stopping.CancelAsync().ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        if (!_running.IsEmpty)
        {
            LogAbandoned(_running.Count);
        }
    }

    /// <summary>Waits a while for what is under way. What does not end when it is told to is left behind: a stop always ends.</summary>
    private Task DrainAsync() => Task.WhenAny(Task.WhenAll(_running.Keys), Task.Delay(DrainTime, TimeProvider.System));

    private async Task RunAsync(EffectWork work)
    {
        try
        {
            var input = await DoAsync(work, _stopping.Token).ConfigureAwait(false);
            await RecordAsync(input, _stopping.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or EngineUnavailableException)
        {
            LogCutOff();
        }
        catch (Exception e)
        {
            LogFailed(e);
        }
        finally
        {
            activity.Ended();
        }
    }

    /// <summary>Posts a result until it is committed: what was done outside must not be forgotten because the store failed for a moment.</summary>
    private async Task RecordAsync(EngineInput input, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await mailbox.PostAsync(input, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (EngineUnavailableException) when (!mailbox.IsClosed && !_closed)
            {
                await Task.Delay(Backoff.After(attempt, attempt), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<EngineInput> DoAsync(EffectWork work, CancellationToken cancellationToken)
    {
        if (work.Message is { } message)
        {
            var result = _closed
                ? SendResult.Failed(SendErrorKind.Transient, reason: "stopping")
                : await sends.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return new SendResultInput { Message = message.Id, Attempt = message.Attempt, Result = result };
        }

        var effect = work.Effect ?? throw new InvalidOperationException("An effect without its state.");
        try
        {
            return effect.Kind switch
            {
                EffectKind.BotTurn => await bots.RunAsync(effect, cancellationToken).ConfigureAwait(false),
                EffectKind.CustomerLookup => await lookups.RunAsync(effect, cancellationToken).ConfigureAwait(false),
                EffectKind.OneTimeCode => await codes.RunAsync(effect, cancellationToken).ConfigureAwait(false),
                EffectKind.Matching => await matches.RunAsync(effect, cancellationToken).ConfigureAwait(false),
                _ => await calls.RunAsync(effect, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogEffectFailed(effect.Kind, e.GetType().Name, e.StackTrace);
            return new EffectResultInput { Effect = effect.Id, Attempt = effect.Attempt, Failure = e is OperationCanceledException ? "timed-out" : e.GetType().Name };
        }
    }

    [LoggerMessage(120, LogLevel.Debug, "An effect was cut off; it is taken up again at the next start.")]
    private partial void LogCutOff();

    [LoggerMessage(123, LogLevel.Warning, "{Count} effects did not end when they were told to; they are taken up again at the next start.")]
    private partial void LogAbandoned(int count);

    [LoggerMessage(121, LogLevel.Error, "The result of an effect could not be recorded.")]
    private partial void LogFailed(Exception exception);

    /// <summary>Without the exception's message: it may quote what the customer said.</summary>
    [LoggerMessage(122, LogLevel.Warning, "An effect of kind {Kind} failed with {Failure}.\n{Where}")]
    private partial void LogEffectFailed(EffectKind kind, string failure, string? where);
}
