namespace OmniChannel.Channels;

/// <summary>What a failed send means for the engine.</summary>
public enum SendErrorKind
{
    /// <summary>Certainly not accepted; try again later.</summary>
    Transient,

    /// <summary>Perhaps accepted: a time-out, a reset, an unspecified 5xx.</summary>
    Ambiguous,

    /// <summary>Not accepted: too fast. Try again after the time given.</summary>
    Throttled,

    /// <summary>The person does not want messages here.</summary>
    OptedOut,

    /// <summary>Nobody is behind the address now.</summary>
    Unreachable,

    /// <summary>The reply window is closed.</summary>
    WindowClosed,

    /// <summary>The provider refuses this content.</summary>
    ContentRefused,

    /// <summary>The provider refuses our credentials.</summary>
    Credentials,

    /// <summary>Refused for good.</summary>
    Permanent,
}
