namespace OmniChannel.Identity;

/// <summary>How surely an identifier belongs to the person in front of us.</summary>
public enum Assurance
{
    /// <summary>Somebody typed it. Never merges people, never shows account data, never selects an address to send to.</summary>
    Claimed,

    /// <summary>A provider saw it: a caller id, a sender address.</summary>
    Observed,

    /// <summary>Proved: a signed-in session, a one-time code, a trusted source.</summary>
    Verified,
}
