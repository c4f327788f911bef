namespace OmniChannel.Identity;

/// <summary>
/// The partition of some atoms into customers: a function of ties and verdicts alone. Ties are taken in intrinsic rank (assurance, then time,
/// then key), each accepted if no verdict forbids it.
/// </summary>
internal sealed class IdentityPartition(
    StateRows<AtomState> atoms, StateRows<IdentifierState> identifiers, Dictionary<long, SortedSet<long>> apart, int hubLimit)
{
    private readonly Dictionary<long, long> _parent = [];

    /// <summary>Each atom's customer: the oldest atom of its group.</summary>
    public Dictionary<long, long> Of(IReadOnlyCollection<long> group)
    {
        foreach (var atom in group)
        {
            _parent[atom] = atom;
        }

        foreach (var (first, second) in Ties(group))
        {
            if (Allowed(group, first, second))
            {
                _parent[Root(second)] = Root(first);
            }
        }

        var oldest = new Dictionary<long, long>();
        foreach (var atom in group.OrderBy(a => atoms.Get(a).CreatedAt).ThenBy(a => a))
        {
            oldest.TryAdd(Root(atom), atom);
        }

        return group.ToDictionary(a => a, a => oldest[Root(a)]);
    }

    private IEnumerable<(long First, long Second)> Ties(IReadOnlyCollection<long> group)
    {
        var edges = new List<(Assurance Assurance, DateTimeOffset At, IdentifierKey Key, long First, long Second)>();
        foreach (var key in group.SelectMany(a => atoms.Get(a).Evidence).Where(e => e.Assurance > Assurance.Claimed).Select(e => e.Key).Distinct())
        {
            var tied = identifiers.Get(key.High).Atoms;
            if (tied.Length > hubLimit)
            {
                continue;
            }

            var ranked = tied.Select(a => (Atom: a, Tie: Tie(a, key))).OrderByDescending(t => t.Tie.Assurance).ThenBy(t => t.Tie.At).ThenBy(t => t.Atom).ToList();
            for (var i = 1; i < ranked.Count; i++)
            {
                edges.AddRange(ranked.Take(i).Select(better => (ranked[i].Tie.Assurance, ranked[i].Tie.At, key, better.Atom, ranked[i].Atom)));
            }
        }

        return edges
            .OrderByDescending(e => e.Assurance).ThenBy(e => e.At).ThenBy(e => e.Key.High).ThenBy(e => e.Key.Low).ThenBy(e => e.First).ThenBy(e => e.Second)
            .Select(e => (e.First, e.Second));
    }

    /// <summary>How an atom is tied to an identifier; its own key counts as observed since it exists.</summary>
    private EvidenceState Tie(long atom, IdentifierKey key)
    {
        var state = atoms.Get(atom);
        return state.Key == key
            ? new() { Key = key, Type = IdentifierType.ChannelAddress, Assurance = Assurance.Verified, Source = "", At = DateTimeOffset.MinValue }
            : state.Evidence.First(e => e.Key == key);
    }

    private bool Allowed(IReadOnlyCollection<long> group, long first, long second)
    {
        var left = Root(first);
        var right = Root(second);
        return left != right && !group
            .Where(a => Root(a) == left && apart.ContainsKey(a))
            .SelectMany(a => apart[a])
            .Any(other => _parent.ContainsKey(other) && Root(other) == right);
    }

    private long Root(long atom)
    {
        while (_parent[atom] != atom)
        {
            atom = _parent[atom] = _parent[_parent[atom]];
        }

        return atom;
    }
}
