using OmniChannel.Identity.Graph;

namespace OmniChannel.Identity;

/// <summary>What the engine needs beside: its own hashes, types that appear while it runs.</summary>
public sealed partial class IdentityGraph
{
    /// <summary>How many of the types may still have a limit per customer.</summary>
    internal int LanesLeft => _types.LanesLeft;

    internal byte? TypeNumber(IdentifierType type) => _types.NumberOf(type);

    internal byte AddType(IdentifierDefinition definition)
    {
        return _types.Add(definition);
    }

    /// <summary>The key of the identifier that began with a number.</summary>
    internal IdentifierKey KeyOf(CustomerId number) => _store[NodeOf(number)].Key;

    /// <summary>The keys of everybody that facts put elsewhere, and of their customers.</summary>
    internal IReadOnlyList<IdentifierKey> Touched(IReadOnlyList<GraphFact> facts)
    {
        var roots = new SortedSet<int>();
        foreach (var fact in facts)
        {
            if (fact.Kind is GraphFactKind.Joined or GraphFactKind.Moved)
            {
                roots.Add(_store[fact.Left].Root);
            }
        }

        return [.. roots.SelectMany(r => Members(r).Order()).Select(n => _store[n].Key)];
    }
}
