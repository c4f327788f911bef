using OmniChannel.Channels;
using OmniChannel.Webhooks;

namespace OmniChannel;

/// <summary>The way in and out for channels whose client keeps a stream open.</summary>
public interface IVisitorStreams
{
    /// <summary>Who is asking; the verdict's token, where there is one, goes to the client.</summary>
    StreamVerdict Authenticate(ChannelAccountId account, WebhookRequest request);

    /// <summary>Takes what a visitor posted; answers as <see cref="IInbound.ReceiveAsync"/> does.</summary>
    Task<WebhookResponse> ReceiveAsync(ChannelAccountId account, WebhookRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Frames for a visitor from a place on, then live; an empty frame now and then keeps the connection. The visitor counts as present while
    /// this is read, and as gone some seconds after.
    /// </summary>
    /// <param name="account">The stream channel's account.</param>
    /// <param name="visitor">Whoever was authenticated.</param>
    /// <param name="lastEventId"><c>conversationId:sequence</c> of the last frame seen; empty from the beginning.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    IAsyncEnumerable<VisitorFrame> ReadAsync(ChannelAccountId account, StreamVisitor visitor, string lastEventId, CancellationToken cancellationToken = default);
}
