using System.Collections.Concurrent;

namespace OmniChannel.Engagement.Effects;

/// <summary>One pipeline per channel account.</summary>
internal sealed class AccountPipelines(WorkspaceRules rules, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<ChannelAccountId, AccountPipeline> _pipelines = new();

    public Task<SendResult> RunAsync(ChannelAccountId account, Func<CancellationToken, Task<SendResult>> call, CancellationToken cancellationToken) =>
        _pipelines.GetOrAdd(account, id => new(rules.Capabilities(id), rules.SendTimeout, time)).RunAsync(call, cancellationToken);

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values)
        {
            pipeline.Dispose();
        }
    }
}
