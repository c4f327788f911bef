namespace OmniChannel.Identity.Graph;

/// <summary>What is true of a tie, beside its assurance.</summary>
[Flags]
internal enum TieFlags : byte
{
    None = 0,

    /// <summary>Evidence for it came without consent to link.</summary>
    NoConsent = 1,

    /// <summary>A person said so: ranks first and lifts limits.</summary>
    Verdict = 2,

    /// <summary>Not seen within the time that its types live.</summary>
    Expired = 4,

    /// <summary>The slot is free.</summary>
    Gone = 8,
}
