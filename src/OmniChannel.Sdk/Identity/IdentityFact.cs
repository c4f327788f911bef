using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>Something that changed in an <see cref="IdentityGraph"/>. Facts hold ids and keyed hashes, never values.</summary>
[Experimental("OMNI001")]
public abstract record IdentityFact
{
    private protected IdentityFact()
    {
    }
}
