namespace OmniChannel.Channels;

/// <summary>A channel whose provider calls us. Both members are pure functions of the request.</summary>
/// <typeparam name="TOptions">Options of one account.</typeparam>
public interface IWebhookReceiver<TOptions>
    where TOptions : class
{
    /// <summary>Is this request really from the provider? Never throws for bad input; a missing header reads as empty.</summary>
    WebhookVerdict Verify(WebhookRequest request, ChannelAccount<TOptions> account);

    /// <summary>
    /// The events in an accepted request, in order. <see cref="WebhookRequest.Json"/> and <see cref="WebhookRequest.Form"/> answer a
    /// malformed body with 400; anything else thrown keeps the body as an <see cref="UnknownEvent"/>.
    /// </summary>
    IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, ChannelAccount<TOptions> account);
}
