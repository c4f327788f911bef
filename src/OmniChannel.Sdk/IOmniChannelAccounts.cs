using OmniChannel.Channels;
using OmniChannel.Hosting;

namespace OmniChannel;

/// <summary>All channel accounts of the host, whatever their workspace: what endpoints, health checks and test hosts need.</summary>
public interface IOmniChannelAccounts
{
    /// <summary>Every account that is on.</summary>
    IReadOnlyList<ChannelPort> All { get; }

    /// <summary>The way in of the workspace that an account belongs to; null for an unknown account.</summary>
    IInbound? InboundOf(ChannelAccountId account);

    /// <summary>The streams of the workspace that an account belongs to; null for an unknown account.</summary>
    IVisitorStreams? StreamsOf(ChannelAccountId account);

    /// <summary>How the engines are.</summary>
    EngineStatus Status();

    /// <summary>Ends when nothing is under way: no input waits, no batch is being written, no effect is being done.</summary>
    Task WhenIdleAsync(CancellationToken cancellationToken);

    /// <summary>Ends once everything that is due by now has been decided and committed.</summary>
    Task FlushAsync(CancellationToken cancellationToken);
}
