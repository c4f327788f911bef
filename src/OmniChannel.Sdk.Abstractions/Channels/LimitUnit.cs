namespace OmniChannel.Channels;

/// <summary>What a limit is counted in. Providers differ, and it matters for anything but ASCII.</summary>
public enum LimitUnit
{
    /// <summary>User-perceived characters (text elements).</summary>
    Characters,

    /// <summary>UTF-16 code units.</summary>
    Utf16Units,

    /// <summary>UTF-8 bytes.</summary>
    Bytes,

    /// <summary>GSM 7-bit septets; text outside that alphabet counts as UCS-2.</summary>
    Septets,
}
