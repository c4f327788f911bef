using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>How identifiers came to be seen together.</summary>
[Experimental("OMNI001")]
public readonly record struct IdentityEvidence
{
    /// <summary>Consented to, by nobody, now.</summary>
    public IdentityEvidence()
    {
    }

    /// <summary>How surely. A claim is kept and joins nobody.</summary>
    public Assurance Assurance { get; init; } = Assurance.Observed;

    /// <summary>The system, rule or person that says so; few names, kept for ever.</summary>
    public string Source { get; init; } = "";

    /// <summary>When it happened, which need not be when it is told.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>False when the person did not consent that this links them. A refusal stays, whatever the source sees later.</summary>
    /// <value>Default true.</value>
    public bool MayLink { get; init; } = true;
}
