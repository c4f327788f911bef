using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>A person decided that two atoms, or two identifiers, are never one customer, or always. Undoing a merge is such a verdict.</summary>
[Experimental("OMNI001")]
public sealed record VerdictGiven : IdentityFact
{
    /// <summary>One atom; 0 when <see cref="FirstKey"/> says which identifier it is.</summary>
    public required long First { get; init; }

    /// <summary>The other atom; 0 when <see cref="SecondKey"/> says which identifier it is.</summary>
    public required long Second { get; init; }

    /// <summary>When, a second after the verdict before on the same two at the earliest.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The identifier at the first end; null when it is an atom.</summary>
    public IdentifierKey? FirstKey { get; init; }

    /// <summary>The identifier at the second end; null when it is an atom.</summary>
    public IdentifierKey? SecondKey { get; init; }

    /// <summary>What was decided; null for <see cref="VerdictKind.Apart"/>.</summary>
    public VerdictKind? Kind { get; init; }

    /// <summary>Who decided; null when nobody was named.</summary>
    public string? By { get; init; }
}
