namespace OmniChannel.Webhooks;

/// <summary>Why a request was refused.</summary>
public enum WebhookRejection
{
    /// <summary>The signature or credential is missing.</summary>
    MissingSignature,

    /// <summary>The signature or credential is wrong.</summary>
    BadSignature,

    /// <summary>The signed time is too far from now.</summary>
    StaleTimestamp,

    /// <summary>Known, and not allowed.</summary>
    Forbidden,
}
