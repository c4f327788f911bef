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
    private readonly ResiliencePipeline<SendResult> _pipeline;
    private readonly TokenBucketRateLimiter? _bucket;

    public AccountPipeline(ChannelCapabilities capabilities, TimeSpan timeout, TimeProvider time)
    {
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
                TokensPerPeriod = Math.Max(1, (int)Math.Round(rate / 10)),
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(100 * Math.Max(1, 10 / rate / 10)),
                QueueLimit = 1000,
                AutoReplenishment = true,
            });
        }
    }

    public async Task<SendResult> RunAsync(Func<CancellationToken, Task<SendResult>> call, CancellationToken cancellationToken)
    {
        if (_bucket is not null)
        {
            using var lease = await _bucket.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
            if (!lease.IsAcquired)
            {
                return SendResult.Failed(new SendError { Kind = SendErrorKind.Throttled, Reason = "our own rate limit" });
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

    public void Dispose() => _bucket?.Dispose();
}
