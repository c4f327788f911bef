namespace OmniChannel.Hosting;

/// <summary>Accounts over all workspaces.</summary>
internal sealed class OmniChannelAccounts(OmniChannelHost host) : IOmniChannelAccounts
{
    public IReadOnlyList<ChannelPort> All => [.. host.Engines.SelectMany(e => e.Ports.All)];

    public IInbound? InboundOf(ChannelAccountId account) => host.ClientOf(account)?.Inbound;

    public IVisitorStreams? StreamsOf(ChannelAccountId account) => host.ClientOf(account)?.Streams;

    public EngineStatus Status()
    {
        var engines = host.Engines.ToList();
        return new()
        {
            IsReady = engines.TrueForAll(e => e.Ready.IsCompletedSuccessfully && !e.Mailbox.IsClosed && !e.Running.IsCompleted),
            Failure = engines.Select(e => e.Running.Exception?.GetBaseException().Message).FirstOrDefault(m => m is not null),
            Pending = engines.Sum(e => e.Activity.Pending),
            NotCompared = engines.Sum(e => e.View.NotCompared),
            NextDeadline = engines.Min(e => e.NextDeadline),
        };
    }

    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        foreach (var engine in host.Engines)
        {
            await engine.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
            await engine.Activity.WhenIdleAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var engine in host.Engines)
        {
            await engine.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
            await engine.Mailbox.PostAsync(new FlushInput(), cancellationToken).ConfigureAwait(false);
        }
    }
}
