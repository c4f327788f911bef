namespace OmniChannel.Channels;

/// <summary>A channel whose provider expects instructions in the answer, such as TwiML.</summary>
/// <typeparam name="TOptions">Options of one account.</typeparam>
public interface IWebhookResponder<TOptions>
    where TOptions : class
{
    /// <summary>Renders the answer after the events are committed. Pure.</summary>
    WebhookResponse Respond(WebhookRequest request, WebhookOutcome outcome, ChannelAccount<TOptions> account);
}
