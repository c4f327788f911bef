using OmniChannel.Identity.Graph;

namespace OmniChannel.Identity;

/// <summary>What a person decides: together, apart, undo; and whether an identifier may link.</summary>
public sealed partial class IdentityGraph
{
    internal const string VerdictSource = "verdict";

    /// <summary>Decides that two customers are one. Ranks before all evidence and lifts the limits per customer, not other verdicts.</summary>
    /// <returns>False when one is unknown, both are one identifier, or a later verdict says otherwise.</returns>
    public bool Merge(CustomerId first, CustomerId second, DateTimeOffset at, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (a, b) = (NodeOf(first), NodeOf(second));
        if (!AreTwo(a, b) || !_verdicts.Outranks(a, b, apart: false, GraphTime.Second(at)))
        {
            return false;
        }

        RemoveVerdictTie(a, b, facts);
        GiveVerdict(a, b, apart: false, at, facts);
        Observe(a, b, new() { Assurance = Assurance.Verified, Source = VerdictSource, At = at }, TieFlags.Verdict, facts);
        _linker.Compute(a, b, facts);
        return true;
    }

    /// <summary>
    /// Decides that two are never one customer. Ids may be old ones: they name the identifiers that the customers began with. The partition
    /// is then what all observations and this verdict make: the weakest tie between the two gives way.
    /// </summary>
    /// <returns>False when one is unknown, both are one identifier, or a later verdict says otherwise.</returns>
    public bool KeepApart(CustomerId first, CustomerId second, DateTimeOffset at, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return KeepApart(NodeOf(first), NodeOf(second), at, facts);
    }

    /// <summary>
    /// Undoes the merge by which a customer became part of another, by a verdict on the two identifiers that made it: the partition before
    /// it comes back exactly, and later evidence goes to the side that it belongs to.
    /// </summary>
    /// <param name="joined">The id that the customer had before it was merged.</param>
    /// <param name="at">When the verdict is given.</param>
    /// <param name="facts">Takes the facts.</param>
    /// <returns>False when it was never merged, or is apart already.</returns>
    public bool Undo(CustomerId joined, DateTimeOffset at, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var node = NodeOf(joined);
        if (node < 0 || _store[node].Root == node)
        {
            return false;
        }

        if (_store[node].JoinedBy == 0)
        {
            return KeepApart(_store[node].Root, node, at, facts);
        }

        var tie = _store.Tie(_store[node].JoinedBy - 1);
        return KeepApart(tie.A, tie.B, at, facts);
    }

    /// <summary>Parts some of a customer's identifiers from the rest, by a verdict on each tie between them.</summary>
    /// <returns>False when nothing tied them.</returns>
    public bool Split(IReadOnlyCollection<IdentifierKey> leaving, DateTimeOffset at, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(leaving);
        ArgumentNullException.ThrowIfNull(facts);
        var nodes = leaving.Select(k => _store.Find(k)).Where(n => n >= 0).ToHashSet();
        var cuts = nodes.Order().SelectMany(n => TiesOf(n).Select(t => _store.Tie(t)))
            .Where(t => t.Links && _store[t.A].Root == _store[t.B].Root && nodes.Contains(t.A) != nodes.Contains(t.B))
            .Select(t => (t.A, t.B)).Distinct().ToList();
        foreach (var (a, b) in cuts)
        {
            GiveVerdict(a, b, apart: true, at, facts);
        }

        _linker.Compute(nodes.Order(), facts);
        return cuts.Count > 0;
    }

    /// <summary>Takes back a verdict of <see cref="KeepApart(CustomerId, CustomerId, DateTimeOffset, List{GraphFact})"/>, <see cref="Undo"/> or <see cref="Split"/> on two identifiers.</summary>
    /// <returns>False when there is none.</returns>
    public bool Reconsider(CustomerId first, CustomerId second, DateTimeOffset at, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (a, b) = (NodeOf(first), NodeOf(second));
        if (!AreTwo(a, b) || !_verdicts.AreApart(a, b) || !_verdicts.Outranks(a, b, apart: false, GraphTime.Second(at)))
        {
            return false;
        }

        GiveVerdict(a, b, apart: false, at, facts);
        _linker.Compute(a, b, facts);
        return true;
    }

    /// <summary>Says whether an identifier's owner lets it link; the latest word counts, and of two at the same time, the refusal.</summary>
    /// <returns>False when the identifier is unknown or a later word says otherwise.</returns>
    public bool AllowLinking(IdentifierKey key, bool allowed, DateTimeOffset at, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var node = _store.Find(key);
        var second = GraphTime.Second(at);
        if (node < 0 || !_verdicts.Outranks(node, node, !allowed, second))
        {
            return false;
        }

        var changes = _store[node].Has(NodeFlags.NoLink) == allowed;
        SetLinking(node, allowed, second);
        facts.Add(new() { Kind = GraphFactKind.LinkingChanged, Left = node, Flags = (byte)(allowed ? 1 : 0), Second = second });
        if (changes)
        {
            _linker.ComputeAround(node, facts);
        }

        return true;
    }

    private bool KeepApart(int a, int b, DateTimeOffset at, List<GraphFact> facts)
    {
        if (!AreTwo(a, b) || !_verdicts.Outranks(a, b, apart: true, GraphTime.Second(at)))
        {
            return false;
        }

        RemoveVerdictTie(a, b, facts);
        GiveVerdict(a, b, apart: true, at, facts);
        _linker.Compute(a, b, facts);
        return true;
    }

    private void RemoveVerdictTie(int a, int b, List<GraphFact> facts)
    {
        if (_store.SourceNumber(VerdictSource) is { } source && _store.FindTie(a, b, source) is >= 0 and var tie)
        {
            RemoveTie(tie, facts);
        }
    }

    private void GiveVerdict(int a, int b, bool apart, DateTimeOffset at, List<GraphFact> facts)
    {
        var second = GraphTime.Second(at);
        SetVerdict(a, b, apart, second);
        facts.Add(new() { Kind = GraphFactKind.VerdictGiven, Left = a, Right = b, Flags = (byte)(apart ? 1 : 0), Second = second });
    }

    private void SetVerdict(int a, int b, bool apart, uint second)
    {
        _verdicts.Set(a, b, apart, second);
        _rings.MarkApart(a);
        _rings.MarkApart(b);
    }

    private void SetLinking(int node, bool allowed, uint second)
    {
        _verdicts.Set(node, node, !allowed, second);
        ref var changed = ref _store.Change(node);
        changed.Flags = allowed ? changed.Flags & ~NodeFlags.NoLink : changed.Flags | NodeFlags.NoLink;
    }

    private bool AreTwo(int a, int b) => a >= 0 && b >= 0 && a != b && !_store[a].Has(NodeFlags.Erased) && !_store[b].Has(NodeFlags.Erased);

    private List<int> TiesOf(int node)
    {
        var ties = new List<int>();
        for (var at = _store[node].Ties - 1; at >= 0; at = _store.Tie(at).NextOf(node) - 1)
        {
            ties.Add(at);
        }

        return ties;
    }
}
