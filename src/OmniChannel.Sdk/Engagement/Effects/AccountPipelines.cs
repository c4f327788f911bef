using System.Collections.Concurrent;
using OmniChannel.Diagnostics;

namespace OmniChannel.Engagement.Effects;

/// <summary>One pipeline per channel account.</summary>
internal sealed class AccountPipelines(WorkspaceRules rules, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<ChannelAccountId, AccountPipeline> _pipelines = new();

    /// <param name="account">Whose call.</param>
    /// <param name="kind">What it does, for those who trace: <c>send</c>, <c>code</c>, <c>control</c>.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<SendResult> RunAsync(ChannelAccountId account, string kind, Func<CancellationToken, Task<SendResult>> call, CancellationToken cancellationToken)
    {
        var pipeline = _pipelines.GetOrAdd(account, id => new(rules.Capabilities(id), rules.SendTimeout, time));
        return EngineTraces.IsHeard
            ? EngineTraces.CallAsync(account, kind, () => pipeline.RunAsync(call, cancellationToken))
            : pipeline.RunAsync(call, cancellationToken);
    }

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values)
        {
            pipeline.Dispose();
        }
    }
}
