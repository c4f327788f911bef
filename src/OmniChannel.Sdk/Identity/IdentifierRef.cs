using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>An identifier as the graph knows it: the keyed hash of its compared form, and the place of its type in the rules.</summary>
[Experimental("OMNI001")]
public readonly record struct IdentifierRef
{
    /// <summary>Sets both.</summary>
    public IdentifierRef(IdentifierKey key, byte type)
    {
        Key = key;
        Type = type;
    }

    /// <summary>The keyed hash.</summary>
    public IdentifierKey Key { get; init; }

    /// <summary>The place of its type in <see cref="IdentityRules.Types"/>.</summary>
    public byte Type { get; init; }
}
