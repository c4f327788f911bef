namespace OmniChannel.Channels;

/// <summary>What is throttled.</summary>
public enum ThrottleScope
{
    /// <summary>The whole account.</summary>
    Account,

    /// <summary>This recipient only.</summary>
    Recipient,
}
