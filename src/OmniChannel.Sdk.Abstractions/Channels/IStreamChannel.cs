namespace OmniChannel.Channels;

/// <summary>
/// A channel whose client keeps a stream open. The host maps <c>POST {base}/sessions</c>, <c>GET {base}/stream</c>,
/// <c>POST {base}/messages</c>, <c>POST {base}/acks</c> and the assets.
/// </summary>
/// <typeparam name="TOptions">Options of one account.</typeparam>
public interface IStreamChannel<TOptions>
    where TOptions : class
{
    /// <summary>Who is asking: a visitor from its token, or a fresh visitor for a request that opens a session. Pure.</summary>
    StreamVerdict Authenticate(WebhookRequest request, ChannelAccount<TOptions> account);

    /// <summary>What a visitor posted, as events. The host has authenticated <paramref name="visitor"/>. Pure.</summary>
    IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, StreamVisitor visitor, ChannelAccount<TOptions> account);

    /// <summary>The frame for one entry of the visitor's conversation, or null for an entry that the visitor must not see. Pure.</summary>
    StreamFrame? Render(StreamEntry entry, ChannelAccount<TOptions> account);

    /// <summary>Embedded files served under the account's address, by relative path.</summary>
    IReadOnlyList<StreamAsset> Assets { get; }
}
