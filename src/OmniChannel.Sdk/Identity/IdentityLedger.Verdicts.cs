namespace OmniChannel.Identity;

/// <summary>What a person decides: together, apart, undo; and whether an identifier may link.</summary>
internal sealed partial class IdentityLedger
{
    /// <summary>Decides that two customers are never one. Ids may be old ones: they name the atoms that the customers began with.</summary>
    /// <returns>False when one of them is unknown or both are the same.</returns>
    public bool KeepApart(long first, long second, DateTimeOffset at, ICollection<IdentityFact> facts, string? by = null)
    {
        if (!AreTwo(first, second))
        {
            return false;
        }

        // What else was suggested about the two needs no answer any more.
        Decide(EndOf(first), EndOf(second), VerdictKind.Apart, at, by, facts);
        Dismiss(first, second, at, facts, by);
        return true;
    }

    /// <summary>Decides that two customers are one. Goes before all evidence, and before the limits per customer, but not before verdicts on others.</summary>
    /// <returns>False when one of them is unknown or both are the same.</returns>
    public bool Merge(long first, long second, DateTimeOffset at, ICollection<IdentityFact> facts, string? by = null) =>
        AreTwo(first, second) && Decide(EndOf(first), EndOf(second), VerdictKind.Together, at, by, facts);

    /// <summary>Undoes what made a customer part of another: the two that were tied then are apart from now on, so that the partition of before comes back exactly.</summary>
    /// <returns>False when the id is unknown, or is a customer's of its own.</returns>
    public bool Undo(long joined, DateTimeOffset at, ICollection<IdentityFact> facts, string? by = null)
    {
        if (Atoms.Find(joined) is not { } atom || atom.Customer == joined)
        {
            return false;
        }

        if (atom.Joined is { } join && Atoms.Get(join.Atom).Key != join.Key)
        {
            Decide(EndOf(join.Atom), EndOf(join.Key), VerdictKind.Apart, at, by, facts);
        }

        // What joined them may have been something else that the tie made possible.
        return Atoms.Get(joined).Customer != atom.Customer || KeepApart(atom.Customer, joined, at, facts, by);
    }

    /// <summary>Takes back what was decided about two, and about what ties their customers: evidence decides again.</summary>
    /// <returns>False when nothing was decided about them.</returns>
    public bool Reconsider(long first, long second, DateTimeOffset at, ICollection<IdentityFact> facts, string? by = null)
    {
        if (!AreTwo(first, second))
        {
            return false;
        }

        _graph.Prepare();
        var (left, right) = (Atoms.Get(first).Customer, Atoms.Get(second).Customer);
        var taken = Verdicts.Values.Where(v => IsDecided(v) && Concerns(v)).OrderBy(v => v.At).ThenBy(v => v.First).ThenBy(v => v.Second).ToList();
        foreach (var verdict in taken)
        {
            Decide(EndOf(verdict.First, verdict.FirstKey), EndOf(verdict.Second, verdict.SecondKey), VerdictKind.Reconsidered, at, by, facts);
        }

        return taken.Count > 0;

        bool Concerns(VerdictState verdict)
        {
            var (a, b) = (CustomerAt(EndOf(verdict.First, verdict.FirstKey)), CustomerAt(EndOf(verdict.Second, verdict.SecondKey)));
            return PairOf(verdict.First, verdict.Second) == PairOf(first, second)
                || (verdict.Kind is null or VerdictKind.Apart && left != right && ((a, b) == (left, right) || (b, a) == (left, right)));
        }
    }

    /// <summary>Says whether an identifier's owner lets it link; it need not have been seen before.</summary>
    public void AllowLinking(IdentifierKey key, IdentifierType type, bool allowed, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        var known = Identifiers.Find(key.High);
        if ((known?.MayLink ?? true) == allowed)
        {
            return;
        }

        _graph.Prepare();
        var since = After(known?.MayLinkSince, at);
        Emit(new LinkingChanged { Key = key, Type = type, Allowed = allowed, At = since }, facts);
        var touched = _graph.Change((graph, list) =>
        {
            graph.Add(_graph.Ref(graph, key, TypeOf(key)), list);
            graph.AllowLinking(key, allowed, since, list);
        });
        Place(touched, 0, default, at, facts);
    }

    private bool Decide(VerdictEnd first, VerdictEnd second, VerdictKind kind, DateTimeOffset at, string? by, ICollection<IdentityFact> facts)
    {
        var (left, right) = first.Number < second.Number ? (first, second) : (second, first);
        var time = After(Verdicts.Find(PairOf(left.Number, right.Number))?.At, at);
        _graph.Prepare();
        Emit(
            new VerdictGiven
            {
                First = left.Atom,
                Second = right.Atom,
                At = time,
                FirstKey = left.KeyIfNoAtom,
                SecondKey = right.KeyIfNoAtom,
                Kind = kind == VerdictKind.Apart ? null : kind,
                By = by,
            },
            facts);
        var touched = _graph.Change((graph, list) =>
        {
            _graph.Known(graph, left.KeyIfNoAtom);
            _graph.Known(graph, right.KeyIfNoAtom);
            LedgerGraph.Give(graph, left.Key, right.Key, kind, time, list);
        });
        var joins = kind == VerdictKind.Together ? (left.Atom, right.Key) : (0, default(IdentifierKey));
        Place(touched, joins.Item1, joins.Item2, at, facts);
        return true;
    }

    /// <summary>Whether a person's decision is in force.</summary>
    public static bool IsDecided(VerdictState verdict) => verdict.Kind is null or VerdictKind.Apart or VerdictKind.Together;

    private void ApplyVerdict(VerdictGiven f)
    {
        var pair = PairOf(f.FirstKey?.High ?? f.First, f.SecondKey?.High ?? f.Second);
        Verdicts.Set(pair, new()
        {
            First = f.First,
            Second = f.Second,
            At = f.At,
            FirstKey = f.FirstKey,
            SecondKey = f.SecondKey,
            Kind = f.Kind,
            By = f.By,
            Match = Verdicts.Find(pair)?.Match,
        });
    }

    private bool AreTwo(long first, long second) => first != second && Atoms.Find(first) is not null && Atoms.Find(second) is not null;

    private VerdictEnd EndOf(long atom) => new(atom, Atoms.Get(atom).Key);

    private VerdictEnd EndOf(long atom, IdentifierKey? key) => key is { } given ? new(0, given) : EndOf(atom);

    /// <summary>The customer that an end belongs to now; 0 for an identifier that nothing ties.</summary>
    private long CustomerAt(VerdictEnd end) =>
        end.Atom != 0 ? Atoms.Get(end.Atom).Customer : _graph.CustomerOf(end.Key).Select(OwnAtom).Where(a => a != 0).Select(a => Atoms.Get(a).Customer).FirstOrDefault();

    private VerdictEnd EndOf(IdentifierKey key) => new(OwnAtom(key), key);

    // The graph counts in seconds, and of two words at the same time it takes the cautious one; here the later is the later.
    private static DateTimeOffset After(DateTimeOffset? before, DateTimeOffset at) => before is { } earlier && at < earlier.AddSeconds(1) ? earlier.AddSeconds(1) : at;
}
