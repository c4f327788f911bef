namespace OmniChannel.Engagement;

/// <summary>Why a message is sent. Consent and quiet hours depend on it.</summary>
public enum MessagePurpose
{
    /// <summary>An answer within a conversation.</summary>
    Service,

    /// <summary>About something the customer ordered or has.</summary>
    Transactional,

    /// <summary>A one-time code or a security notice.</summary>
    Security,

    /// <summary>Promotion.</summary>
    Marketing,
}
