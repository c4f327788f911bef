using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OmniChannel.AspNetCore.Health;

/// <summary>Ready when every workspace is loaded and its engine runs; the reason when not.</summary>
internal sealed class EngineHealthCheck(IOmniChannelAccounts accounts, IOmniChannel omni, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(1);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = accounts.Status();
        if (!status.IsReady)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(status.Failure is null ? "The engine is loading." : "The engine stopped: " + status.Failure));
        }

        var overdue = status.NextDeadline is { } due ? time.GetUtcNow() - due : TimeSpan.Zero;
        var floor = omni.Routing.Floor();
        var data = new Dictionary<string, object>
        {
            ["pending"] = status.Pending,
            ["waiting"] = floor.Waiting,
            ["longestWaitSeconds"] = (long)floor.LongestWait.TotalSeconds,
            ["unanswered"] = floor.Unanswered,
            ["notCompared"] = status.NotCompared,
        };
        return Task.FromResult(overdue > Stuck ? HealthCheckResult.Degraded("A deadline is overdue.", data: data)
            : status.NotCompared > 0 ? HealthCheckResult.Degraded("Records could not be compared with the others; see the log.", data: data)
            : HealthCheckResult.Healthy("Ready.", data));
    }
}
