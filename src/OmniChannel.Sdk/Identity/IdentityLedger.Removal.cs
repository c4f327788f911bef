namespace OmniChannel.Identity;

/// <summary>Taking back evidence.</summary>
internal sealed partial class IdentityLedger
{
    /// <summary>Takes back what ties an identifier to a customer's addresses and records; it may still belong to others.</summary>
    /// <returns>False when nothing tied it to the customer.</returns>
    public bool Detach(CustomerId customer, IdentifierKey key, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        var own = OwnAtom(key);
        var ties = AtomsOf(customer).SelectMany(a => Atoms.Get(a).Evidence.Where(e => e.Key == key || (a == own && e.Key != key)).Select(e => (Atom: a, e.Key))).ToList();
        Remove(ties, at, facts);
        return ties.Count > 0;
    }

    /// <summary>Takes back what a source says of an atom, but for some identifiers.</summary>
    /// <returns>True when there was something.</returns>
    public bool Withdraw(long atom, string source, IReadOnlySet<IdentifierKey> stays, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        var ties = (Atoms.Find(atom)?.Evidence ?? []).Where(e => e.Source == source && !IsMatched(e) && !stays.Contains(e.Key)).Select(e => (atom, e.Key)).ToList();
        Remove(ties, at, facts);
        return ties.Count > 0;
    }

    /// <summary>Takes back the ties of an atom that were last seen longer ago than they live.</summary>
    public void Expire(long atom, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        if (Atoms.Find(atom) is { } own)
        {
            Remove([.. own.Evidence.Where(e => _lives.EndOf(e) <= at).Select(e => (atom, e.Key))], at, facts);
        }
    }

    private void Remove(IReadOnlyList<(long Atom, IdentifierKey Key)> ties, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        if (ties.Count == 0)
        {
            return;
        }

        _graph.Prepare();
        foreach (var (atom, key) in ties)
        {
            Emit(new EvidenceRemoved { Atom = atom, Key = key }, facts);
        }

        var touched = _graph.Change((graph, list) =>
        {
            foreach (var (atom, key) in ties)
            {
                graph.Retract(Atoms.Get(atom).Key, key, Tied, list);
            }
        });
        Place(touched, 0, default, at, facts);
    }

    private void ApplyRemoval(EvidenceRemoved f)
    {
        var atom = Atoms.Get(f.Atom);
        Atoms.Set(f.Atom, atom with { Evidence = [.. atom.Evidence.Where(e => e.Key != f.Key)] });
        if (Identifiers.Find(f.Key.High) is not { } identifier || identifier.Key != f.Key || atom.Key == f.Key)
        {
            return;
        }

        Identifiers.Set(f.Key.High, identifier with { Atoms = identifier.Atoms.Remove(f.Atom), Claims = identifier.Claims.Remove(f.Atom) });
    }
}
