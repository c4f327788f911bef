using OmniChannel.Channels;
using OmniChannel.Webhooks;

namespace OmniChannel;

/// <summary>The way in for channels: what ASP.NET Core endpoints call, and what a worker without them can.</summary>
public interface IInbound
{
    /// <summary>
    /// Verifies, parses, commits and answers one request of a provider: 401 or 403 refused, 404 unknown account, 400 malformed, 413 too large,
    /// 503 with a time to come again, else what the channel answers after the commit. Never throws for bad input.
    /// </summary>
    Task<WebhookResponse> ReceiveAsync(ChannelAccountId account, WebhookRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes events that a channel of the application itself produced; ends after the commit.</summary>
    /// <exception cref="EngineUnavailableException">Nothing was taken; try again.</exception>
    Task DeliverAsync(ChannelAccountId account, IReadOnlyList<ChannelEvent> events, CancellationToken cancellationToken = default);
}
