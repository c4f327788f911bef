using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>Something that changed in a <see cref="WorkLedger"/>.</summary>
[Experimental("OMNI001")]
public abstract record RoutingFact
{
    private protected RoutingFact()
    {
    }
}
