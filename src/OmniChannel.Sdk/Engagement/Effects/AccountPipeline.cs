using System.Threading.RateLimiting;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OmniChannel.Engagement.Effects;

/// <summary>
/// What stands between the engine and one channel account: a token bucket, a circuit breaker and a time-out. It never repeats a call: retries
/// are durable and the engine's.
/// </summary>
internal sealed class AccountPipeline : IDisposable
{
    private static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(10);

    // The wait for a token is part of the time that a committed Sending has: five seconds more than the call itself.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _between;
    private DateTimeOffset _later;
    private readonly ResiliencePipeline<SendResult> _pipeline;
    private readonly TokenBucketRateLimiter? _bucket;

    public AccountPipeline(ChannelCapabilities capabilities, TimeSpan timeout, TimeProvider time)
    {
        _time = time;
        _pipeline = new ResiliencePipelineBuilder<SendResult> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<SendResult>
            {
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = BreakDuration,
                ShouldHandle = static a => ValueTask.FromResult(
                    a.Outcome.Exception is not null and not OperationCanceledException
                    || a.Outcome.Result?.Error?.Kind is SendErrorKind.Transient or SendErrorKind.Ambiguous),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = timeout })
            .Build();
        if (capabilities.SendsPerSecond is { } rate)
        {
            _bucket = new(new()
            {
                TokenLimit = Math.Max(1, (int)Math.Ceiling(rate)),
                TokensPerPeriod = TokensPerPeriod(rate),
                ReplenishmentPeriod = TimeSpan.FromSeconds(TokensPerPeriod(rate) / rate),
                QueueLimit = (int)Math.Ceiling(rate * LongestWait.TotalSeconds),
                AutoReplenishment = true,
            });
            _between = TimeSpan.FromSeconds(1 / rate);
        }
    }

    /// <summary>One token at a time up to fifty a second; beyond, as many as keep the timer at that pace.</summary>
    internal static int TokensPerPeriod(double rate) => Math.Max(1, (int)(rate / 50));

    public async Task<SendResult> RunAsync(Func<CancellationToken, Task<SendResult>> call, CancellationToken cancellationToken)
    {
        if (_bucket is not null)
        {
            using var lease = await _bucket.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
            if (!lease.IsAcquired)
            {
                return SendResult.Failed(new SendError { Kind = SendErrorKind.Throttled, Reason = "our own rate limit", RetryAfter = Later() });
            }
        }

        try
        {
            return await _pipeline.ExecuteAsync(async token => await call(token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException)
        {
            return SendResult.Failed(new SendError { Kind = SendErrorKind.Transient, Reason = "circuit open", RetryAfter = BreakDuration });
        }
        catch (TimeoutRejectedException)
        {
            return SendResult.Failed(SendErrorKind.Ambiguous, reason: "timed out");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return SendResult.Failed(SendErrorKind.Ambiguous, reason: e.GetType().Name);
        }
    }

    /// <summary>When one that finds the line full comes again: each a little later than the one before, so that they do not all come at once.</summary>
    private TimeSpan Later()
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var soonest = now + LongestWait;
            var next = _later + _between;
            _later = next > soonest ? next : soonest;
            return _later - now;
        }
    }

    public void Dispose() => _bucket?.Dispose();
}
