using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>A person decided that two atoms are never one customer. Undoing a merge is such a verdict.</summary>
[Experimental("OMNI001")]
public sealed record VerdictGiven : IdentityFact
{
    /// <summary>One atom, the smaller number.</summary>
    public required long First { get; init; }

    /// <summary>The other atom.</summary>
    public required long Second { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
