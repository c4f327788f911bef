namespace OmniChannel.Channels;

/// <summary>What a provider says of a message, in the order in which it normally comes.</summary>
public enum ReceiptKind
{
    /// <summary>The provider took it.</summary>
    Accepted,

    /// <summary>It left the provider.</summary>
    Sent,

    /// <summary>It reached the device.</summary>
    Delivered,

    /// <summary>It was read.</summary>
    Read,

    /// <summary>It will not arrive.</summary>
    Failed,
}
