namespace OmniChannel.Conversations;

/// <summary>How far an outbound message came. It only moves forward; failed is final unless it is sent again.</summary>
public enum DeliveryState
{
    /// <summary>Waiting for its turn.</summary>
    Queued,

    /// <summary>Handed to the provider; the answer is not here yet.</summary>
    Sending,

    /// <summary>Nobody knows whether the provider took it. Not sent again without a key or a person.</summary>
    Unknown,

    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>It reached the device.</summary>
    Delivered,

    /// <summary>It was read.</summary>
    Read,

    /// <summary>It will not arrive.</summary>
    Failed,

    /// <summary>It was not sent, for a reason of ours.</summary>
    Held,
}
