namespace OmniChannel.Identity;

/// <summary>
/// The graph behind the engine's rows: decides which atoms are one customer. It is made from the rows when it is first needed, and follows
/// their undo. An atom is the identifier that it began with; a record of a source is a strong identifier of its own type, so that two
/// records of one source are never joined without a person.
/// </summary>
internal sealed class LedgerGraph(ReadOnlyMemory<byte> hashKey, IdentityRules rules, IdentityLedger ledger, UndoLog undo) : IUndoTable
{
    private readonly List<(IdentityGraph Graph, long Mark)> _marks = [];
    private readonly List<GraphFact> _facts = [];
    private IdentityGraph? _graph;

    /// <summary>Forgets the graph: rows changed that it knows nothing of.</summary>
    public void Reset() => _graph = null;

    public void Prepare() => _graph ??= Build();

    /// <summary>The customer of an identifier, as its keys, oldest first.</summary>
    public IReadOnlyList<IdentifierKey> CustomerOf(IdentifierKey key) => [.. _graph!.IdentifiersOf(_graph.Find(key)).Select(i => i.Key)];

    public LinkExplanation Explain(IdentifierKey first, IdentifierKey second) => _graph!.Explain(first, second);

    public IReadOnlyList<GraphTie> SuggestionsOf(IdentifierKey key) => _graph!.SuggestionsOf(_graph.Find(key));

    public (IdentifierKey Left, IdentifierKey Right) EndsOf(GraphTie tie) => (_graph!.KeyOf(tie.Left), _graph.KeyOf(tie.Right));

    /// <summary>Does something to the prepared graph, and returns the keys of the customers that it changed.</summary>
    public IReadOnlyList<IdentifierKey> Change(Action<IdentityGraph, List<GraphFact>> act)
    {
        var graph = _graph!;
        _marks.Add((graph, graph.Mark()));
        undo.Changed(this);
        _facts.Clear();
        act(graph, _facts);
        return graph.Touched(_facts);
    }

    public void UndoLast()
    {
        var (graph, mark) = _marks[^1];
        _marks.RemoveAt(_marks.Count - 1);
        if (ReferenceEquals(graph, _graph))
        {
            graph.RollbackTo(mark);
        }
        else
        {
            _graph = null;
        }
    }

    public void ForgetFirst()
    {
        var (graph, mark) = _marks[0];
        _marks.RemoveAt(0);
        graph.ForgetTo(mark);
    }

    public IdentifierRef Ref(IdentityGraph graph, IdentifierKey key, IdentifierType type)
    {
        if (graph.TypeNumber(type) is { } known)
        {
            return new(key, known);
        }

        var isRecord = type.Name.StartsWith(IdentityLedger.RecordType, StringComparison.Ordinal);
        return new(key, graph.AddType(new()
        {
            Type = type,
            Normalizer = IdentifierNormalizers.Text,
            Strength = isRecord ? IdentifierStrength.Strong : IdentifierStrength.Medium,
            PerCustomer = isRecord && graph.LanesLeft > 0 ? 1 : null,
            SharedBy = isRecord ? null : IdentityLedger.SharedBy,
        }));
    }

    // Oldest first, so that customers get the ids they had.
    private IdentityGraph Build()
    {
        var graph = new IdentityGraph(hashKey.Span, rules);
        foreach (var atom in ledger.Atoms.Values.OrderBy(a => a.CreatedAt).ThenBy(a => a.Id))
        {
            graph.Add(Ref(graph, atom.Key, ledger.TypeOf(atom.Key)), _facts);
            foreach (var tie in atom.Evidence.Where(t => t.Key != atom.Key))
            {
                graph.Observe(Ref(graph, atom.Key, ledger.TypeOf(atom.Key)), Ref(graph, tie.Key, ledger.TypeOf(tie.Key)), new() { Assurance = tie.Assurance, Source = IdentityLedger.Tied, At = tie.At }, _facts);
            }

            _facts.Clear();
        }

        foreach (var identifier in ledger.Identifiers.Values.Where(i => i.MayLink is not null).OrderBy(i => i.Key.High))
        {
            graph.Add(Ref(graph, identifier.Key, identifier.Type), _facts);
            graph.AllowLinking(identifier.Key, identifier.MayLink!.Value, identifier.MayLinkSince!.Value, _facts);
        }

        foreach (var verdict in ledger.Verdicts.Values.Where(IdentityLedger.IsDecided).OrderBy(v => v.First).ThenBy(v => v.Second).ThenBy(v => v.FirstKey?.High).ThenBy(v => v.SecondKey?.High))
        {
            Known(graph, verdict.FirstKey);
            Known(graph, verdict.SecondKey);
            Give(graph, verdict.FirstKey ?? ledger.Atoms.Get(verdict.First).Key, verdict.SecondKey ?? ledger.Atoms.Get(verdict.Second).Key, verdict.Kind ?? VerdictKind.Apart, verdict.At, _facts);
        }

        return graph;
    }

    /// <summary>Makes an identifier known that nothing may tie any more: a verdict on it counts the same before and after a restart.</summary>
    public void Known(IdentityGraph graph, IdentifierKey? key)
    {
        if (key is { } given)
        {
            graph.Add(Ref(graph, given, ledger.TypeOf(given)), _facts);
        }
    }

    /// <summary>Gives a verdict on two identifiers that the graph knows.</summary>
    public static void Give(IdentityGraph graph, IdentifierKey first, IdentifierKey second, VerdictKind kind, DateTimeOffset at, List<GraphFact> facts)
    {
        var (left, right) = (graph.NumberOf(first), graph.NumberOf(second));
        switch (kind)
        {
            case VerdictKind.Apart:
                graph.KeepApart(left, right, at, facts);
                break;
            case VerdictKind.Together:
                graph.Merge(left, right, at, facts);
                break;
            default:
                graph.Retract(first, second, IdentityGraph.VerdictSource, facts);
                graph.Reconsider(left, right, at, facts);
                break;
        }
    }
}
