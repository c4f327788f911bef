namespace OmniChannel.Identity.Graph;

/// <summary>
/// Keeps the partition what <see cref="Region"/> would compute, mostly without computing it: a tie that joins two customers within the
/// tightest limits is simply accepted, one that ranks behind everything around it and breaks a limit is simply refused. Both are exact,
/// since limits only ever grow tighter as customers grow. The rest is computed.
/// </summary>
internal sealed class Linker
{
    private const int MostSteps = 256;
    private readonly GraphStore _store;
    private readonly TypeTable _types;
    private readonly VerdictBook _verdicts;
    private readonly TieOrder _order;
    private readonly Gate _gate;
    private readonly Rings _rings;
    private readonly Proofs _proofs;
    private readonly Region _region;
    private readonly List<int> _seeds = [];
    private readonly int _mostMembers;
    private readonly int _mostComputed;

    public Linker(GraphStore store, TypeTable types, VerdictBook verdicts, Rings rings, Proofs proofs, IdentityRules rules)
    {
        (_store, _types, _verdicts, _rings, _proofs) = (store, types, verdicts, rings, proofs);
        (_mostMembers, _mostComputed) = (rules.MostIdentifiersPerCustomer, rules.MostIdentifiersComputed);
        _order = new(store, types);
        _gate = new(store, types);
        _region = new(store, types, verdicts, _order, _gate, _proofs, _mostMembers);
    }

    /// <summary>How many changes took computing a neighbourhood.</summary>
    public long Computed { get; private set; }

    public bool Opens(in Tie tie) => _gate.Opens(tie);

    /// <summary>Takes a tie that began to link, or ranks better than before.</summary>
    public void Link(int number, List<GraphFact> facts)
    {
        ref readonly var tie = ref _store.Tie(number);
        if (!_gate.Opens(tie))
        {
            // What a strong identifier is proved to have counts also where it is not with it.
            if (_proofs.IsProof(tie))
            {
                Compute(tie.A, tie.B, facts);
            }

            return;
        }

        var (left, right) = (_store[tie.A].Root, _store[tie.B].Root);
        ref readonly var a = ref _store[left];
        ref readonly var b = ref _store[right];
        if (left == right)
        {
            if (!(IsPlain(a) && _proofs.AreWith(left, left)) && !RanksLast(number, left, right))
            {
                Compute(tie.A, tie.B, facts);
            }

            return;
        }

        if (a.Size + b.Size <= _mostMembers && AreWithinAll(left, right) && !KeptApart(left, right))
        {
            Join(left, right, number, facts);
        }
        else if (!RanksLast(number, left, right))
        {
            Compute(tie.A, tie.B, facts);
            RefuseIfApart(number, facts);
        }
        else if (WhyNot(number) is null)
        {
            Join(left, right, number, facts);
        }
        else
        {
            facts.Add(new() { Kind = GraphFactKind.Refused, Tie = number, Left = tie.A, Right = tie.B });
        }
    }

    /// <summary>Why a tie cannot join the customers of its ends as they are now; null when it can.</summary>
    public RefusalReason? WhyNot(int number)
    {
        ref readonly var tie = ref _store.Tie(number);
        ref readonly var a = ref _store[_store[tie.A].Root];
        ref readonly var b = ref _store[_store[tie.B].Root];
        return tie.Assurance == Assurance.Claimed ? RefusalReason.Claimed
            : tie.Has(TieFlags.NoConsent) || _store[tie.A].Has(NodeFlags.NoLink) || _store[tie.B].Has(NodeFlags.NoLink) ? RefusalReason.NoConsent
            : tie.Has(TieFlags.Expired) ? RefusalReason.TooOld
            : _store[tie.A].Has(NodeFlags.Hub) || _store[tie.B].Has(NodeFlags.Hub) ? RefusalReason.Shared
            : _gate.IsPeoples(tie) ? RefusalReason.Shared
            : _gate.IsContested(tie) ? RefusalReason.Contested
            : KeptApart(_store[tie.A].Root, _store[tie.B].Root) ? RefusalReason.KeptApart
            : a.Size + b.Size > _mostMembers ? RefusalReason.TooLarge
            : tie.Has(TieFlags.Verdict) ? null
            : Broken(number) is { } type
                ? type.Strength == IdentifierStrength.Strong ? RefusalReason.StrongCrossed : RefusalReason.Limit
            : null;
    }

    /// <summary>The type whose limit a tie would break; null for none.</summary>
    public IdentifierType? LimitOf(int number) => Broken(number)?.Type;

    public IEnumerable<int> InOrder(IEnumerable<int> ties) => ties.Select(t => new RankedTie(_order.RankOf(_store.Tie(t)), t, 0, 0)).Order(_order).Select(r => r.Tie);

    /// <summary>The ties that lead from one member of a customer to another, by which they were taken for one: none is weaker than it must be.</summary>
    public IReadOnlyList<int> PathBetween(int from, int to)
    {
        _seeds.Clear();
        _seeds.Add(from);
        _region.Gather(_seeds, int.MaxValue, wide: false);
        _region.Partition();
        return TreePath.Between(from, to, _region.Taken, _store);
    }

    /// <summary>Computes the neighbourhood of two nodes anew.</summary>
    public void Compute(int left, int right, List<GraphFact> facts)
    {
        _seeds.Clear();
        _seeds.Add(left);
        _seeds.Add(right);
        Compute(facts);
    }

    /// <summary>Computes anew what a node and its neighbours are part of.</summary>
    public void ComputeAround(int node, List<GraphFact> facts)
    {
        _seeds.Clear();
        _seeds.Add(node);
        for (var at = _store[node].Ties - 1; at >= 0; at = _store.Tie(at).NextOf(node) - 1)
        {
            _seeds.Add(_store.Tie(at).Other(node));
        }

        Compute(facts);
    }

    public void Compute(IEnumerable<int> seeds, List<GraphFact> facts)
    {
        _seeds.Clear();
        _seeds.AddRange(seeds);
        Compute(facts);
    }

    private void Compute(List<GraphFact> facts)
    {
        Computed++;
        if (!_region.Gather(_seeds, _mostComputed, wide: true))
        {
            _region.Gather(_seeds, int.MaxValue, wide: false);
        }

        _region.Partition();
        var first = facts.Count;
        for (var i = 0; i < _region.Nodes.Count; i++)
        {
            var node = _region.Nodes[i];
            var (root, via) = _region.PlaceOf(i);
            if (_store[node].Root != root)
            {
                _rings.Plan(node, root, via);
                facts.Add(new() { Kind = GraphFactKind.Moved, Left = node, Right = root, Tie = via });
            }
        }

        if (facts.Count > first)
        {
            facts[^1] = facts[^1] with { Flags = 1 };
            _rings.Deal();
        }
    }

    private void Join(int left, int right, int tie, List<GraphFact> facts)
    {
        var (older, younger) = left < right ? (left, right) : (right, left);
        _rings.Join(younger, older, tie);
        facts.Add(new() { Kind = GraphFactKind.Joined, Left = younger, Right = older, Tie = tie });
    }

    private void RefuseIfApart(int number, List<GraphFact> facts)
    {
        ref readonly var tie = ref _store.Tie(number);
        if (_store[tie.A].Root != _store[tie.B].Root)
        {
            facts.Add(new() { Kind = GraphFactKind.Refused, Tie = number, Left = tie.A, Right = tie.B });
        }
    }

    private IdentifierDefinition? Broken(int number)
    {
        ref readonly var tie = ref _store.Tie(number);
        var (left, right) = (_store[tie.A].Root, _store[tie.B].Root);
        return _gate.IsProved(tie)
            ? _types.Broken(Assurance.Verified, _store[left].Counts, _store[right].Counts)
            : _types.Broken(Assurance.Observed, _proofs.CountsOfAll(left), _proofs.CountsOfAll(right));
    }

    /// <summary>
    /// True when two customers together are within the tightest limits, and all that is proved to be theirs is among them; or when one has
    /// nothing of which there is a limit, so that it changes nothing for the other.
    /// </summary>
    private bool AreWithinAll(int left, int right)
    {
        ref readonly var a = ref _store[left];
        ref readonly var b = ref _store[right];
        if (a.Counts == 0 || b.Counts == 0)
        {
            return true;
        }

        return IsPlain(a) && IsPlain(b) && !_types.Breaks(Assurance.Observed, a.Counts, b.Counts)
            && _proofs.AreWith(left, right) && _proofs.AreWith(right, left);
    }

    private bool IsPlain(in Node root) => !root.Has(NodeFlags.Lifted) && _types.IsTight(root.Counts);

    private bool KeptApart(int left, int right)
    {
        if (!_store[left].Has(NodeFlags.AnyApart) || !_store[right].Has(NodeFlags.AnyApart))
        {
            return false;
        }

        for (var at = left; ;)
        {
            foreach (var other in _verdicts.ApartOf(at))
            {
                if (_store[other].Root == right)
                {
                    return true;
                }
            }

            at = _store[at].Next;
            if (at == left)
            {
                return false;
            }
        }
    }

    /// <summary>True when everything that holds two customers together is taken before a tie. Gives up, with false, where there is much.</summary>
    private bool RanksLast(int number, int left, int right)
    {
        var steps = 0;
        return RanksLastIn(number, left, ref steps) && (left == right || RanksLastIn(number, right, ref steps));
    }

    private bool RanksLastIn(int number, int root, ref int steps)
    {
        ref readonly var tie = ref _store.Tie(number);
        for (var node = root; ;)
        {
            for (var at = _store[node].Ties - 1; at >= 0; at = _store.Tie(at).NextOf(node) - 1)
            {
                ref readonly var other = ref _store.Tie(at);
                if (++steps > MostSteps || (at != number && _gate.Opens(other) && _store[other.Other(node)].Root == root && !_order.IsBefore(other, tie)))
                {
                    return false;
                }
            }

            node = _store[node].Next;
            if (node == root)
            {
                return true;
            }
        }
    }
}
