namespace OmniChannel.Channels;

/// <summary>How messages leave.</summary>
public enum DeliveryMode
{
    /// <summary>The engine calls <see cref="IChannelAdapter{TOptions}.SendAsync"/>.</summary>
    Call,

    /// <summary>What was decided is rendered into the answer of the provider's request; see <see cref="IWebhookResponder{TOptions}"/>.</summary>
    Response,

    /// <summary>The host streams committed entries to the client; <c>SendAsync</c> is not called. The client's ack is the receipt.</summary>
    Stream,
}
