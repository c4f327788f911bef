using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>The owner of an identifier forbade, or allowed again, that it links.</summary>
[Experimental("OMNI001")]
public sealed record LinkingChanged : IdentityFact
{
    /// <summary>The identifier.</summary>
    public required IdentifierKey Key { get; init; }

    /// <summary>Its type.</summary>
    public required IdentifierType Type { get; init; }

    /// <summary>True when it may link.</summary>
    public required bool Allowed { get; init; }

    /// <summary>When, a second after the word before at the earliest.</summary>
    public required DateTimeOffset At { get; init; }
}
