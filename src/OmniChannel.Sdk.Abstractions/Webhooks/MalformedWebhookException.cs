namespace OmniChannel.Webhooks;

/// <summary>A verified request that is not in the form it claims. The host answers 400. The message never quotes the body.</summary>
public sealed class MalformedWebhookException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public MalformedWebhookException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
