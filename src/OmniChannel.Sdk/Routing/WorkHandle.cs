using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>A work item of one <see cref="RoutingCore"/>. The index is dense and used again after the item is done; the generation tells the items apart.</summary>
[Experimental("OMNI001")]
public readonly record struct WorkHandle
{
    /// <summary>Makes a handle.</summary>
    public WorkHandle(int index, int generation) => (Index, Generation) = (index, generation);

    /// <summary>The place in arrays of the caller, from 0.</summary>
    public int Index { get; }

    /// <summary>From 1; 0 is no item.</summary>
    public int Generation { get; }
}
