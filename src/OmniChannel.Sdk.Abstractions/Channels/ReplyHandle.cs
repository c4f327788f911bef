namespace OmniChannel.Channels;

/// <summary>An opaque key to answer with, such as a reply token or a service address. The host keeps it and hands a usable one to a send.</summary>
public sealed record ReplyHandle
{
    /// <summary>The provider's value.</summary>
    public required string Value { get; init; }

    /// <summary>When it stops working; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>True when it works once.</summary>
    public bool SingleUse { get; init; }

    /// <summary>A handle is a credential and stays out of logs.</summary>
    public override string ToString() => nameof(ReplyHandle);
}
