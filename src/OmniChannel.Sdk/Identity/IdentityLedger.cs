using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>
/// Who is one customer: atoms (channel addresses, customer records) and the identifiers tied to them. The partition is a function of the
/// observations and the verdicts, whatever their order. A customer's id is that of its oldest atom, so that old ids resolve for ever and
/// an undo restores them. Not thread-safe: one writer.
/// </summary>
/// <remarks>
/// Claimed evidence is kept and never merges. An identifier tied to more atoms than <see cref="HubLimit"/> recognises nobody: it is cut
/// before customers are formed.
/// </remarks>

internal sealed class IdentityLedger
{
    private readonly UndoLog _undo;
    private readonly IdentifierHasher _hasher;
    private readonly IdentifierNormalizer _normalizer;
    private readonly Dictionary<long, SortedSet<long>> _members = [];
    private readonly Dictionary<long, SortedSet<long>> _apart = [];

    /// <summary>Makes an empty graph.</summary>
    /// <param name="hashKey">The key of identifier hashes, 32 bytes; keep it secret and stable.</param>
    /// <param name="region">ISO 3166 code of the region in which national phone numbers are read.</param>
    public IdentityLedger(ReadOnlyMemory<byte> hashKey, string region = "JP")
        : this(hashKey, region, new UndoLog(), [])
    {
    }

    internal IdentityLedger(ReadOnlyMemory<byte> hashKey, string region, UndoLog undo, HashSet<RowKey> dirty)
    {
        _undo = undo;
        _hasher = new(hashKey);
        _normalizer = new(region);
        Atoms = new(StateTable.Atoms, undo, dirty, IdentityJson.Default.AtomState, a => a.Customer, _ => true, IndexMembers);
        Identifiers = new(StateTable.Identifiers, undo, dirty, IdentityJson.Default.IdentifierState, _ => 0, _ => true);
        Verdicts = new(StateTable.Verdicts, undo, dirty, IdentityJson.Default.VerdictState, v => v.First, _ => true, IndexVerdict);
    }

    /// <summary>The most atoms that one identifier may tie together.</summary>
    /// <value>Default 20.</value>
    public int HubLimit { get; init; } = 20;

    internal StateRows<AtomState> Atoms { get; }

    internal StateRows<IdentifierState> Identifiers { get; }

    internal StateRows<VerdictState> Verdicts { get; }

    /// <summary>The keyed hash of an identifier, or null when the value cannot be one of its type.</summary>
    public IdentifierKey? KeyOf(Identifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return _normalizer.Normalize(identifier.Type, identifier.Value) is { } value ? _hasher.Hash(identifier.Type.Name, value) : null;
    }

    /// <summary>The value in the form in which it is compared, or null when it cannot be one of its type.</summary>
    public string? Normalize(Identifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return _normalizer.Normalize(identifier.Type, identifier.Value);
    }

    /// <summary>The atom of an address or a record; 0 when there is none.</summary>
    public long AtomOf(IdentifierKey key) => OwnAtom(key);

    /// <summary>The customer that an atom, or an old customer id, belongs to now; empty when there is none.</summary>
    public CustomerId Resolve(long atom) => new(Atoms.Find(atom)?.Customer ?? 0);

    /// <summary>The atoms of a customer, oldest first.</summary>
    public IReadOnlyList<long> AtomsOf(CustomerId customer) =>
        !_members.TryGetValue(customer.Value, out var members) ? []
        : members.Count == 1 ? [members.Min]
        : [.. members.OrderBy(Age).ThenBy(a => a)];

    /// <summary>Makes an atom for an address or a record, if it has none; returns it.</summary>
    public long Touch(IdentifierKey key, long newAtom, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        var atom = OwnAtom(key);
        if (atom == 0)
        {
            Emit(new AtomCreated { Atom = newAtom, Key = key, At = at }, facts);
            atom = newAtom;
            if (Identifiers.Get(key.High).Atoms.Length > 1)
            {
                Repartition(Identifiers.Get(key.High).Atoms, key, facts);
            }
        }

        return atom;
    }

    /// <summary>Ties an identifier to an atom and merges what it ties together, if the evidence is more than a claim.</summary>
    public void Observe(
        long atom, IdentifierKey key, IdentifierType type, Assurance assurance, string source, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        foreach (var known in Atoms.Get(atom).Evidence)
        {
            if (known.Key == key && (known.Assurance > assurance || (known.Assurance == assurance && known.At <= at)))
            {
                return;
            }
        }

        Emit(new EvidenceAdded { Atom = atom, Key = key, Type = type, Assurance = assurance, Source = source, At = at }, facts);
        if (assurance > Assurance.Claimed)
        {
            Repartition(Identifiers.Get(key.High).Atoms, key, facts);
        }
    }

    /// <summary>Decides that two customers are never one. Ids may be old ones: they name the atoms that the customers began with.</summary>
    /// <returns>False when one of them is unknown or both are the same.</returns>
    public bool KeepApart(long first, long second, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        if (first == second || !Atoms.Contains(first) || !Atoms.Contains(second))
        {
            return false;
        }

        Emit(new VerdictGiven { First = Math.Min(first, second), Second = Math.Max(first, second), At = at }, facts);
        Repartition([first, second], default, facts);
        return true;
    }

    /// <summary>Makes a fact's change without deciding: for start-up and replay.</summary>
    public void Apply(IdentityFact fact)
    {
        switch (fact)
        {
            case AtomCreated f:
                Atoms.Set(f.Atom, new() { Id = f.Atom, Key = f.Key, Customer = f.Atom, CreatedAt = f.At });
                var owned = Identifiers.Find(f.Key.High);
                Identifiers.Set(f.Key.High, (owned ?? new() { Key = f.Key, Type = IdentifierType.ChannelAddress }) with { Atoms = [f.Atom, .. owned?.Atoms ?? []] });
                break;
            case EvidenceAdded f:
                ApplyEvidence(f);
                break;
            case PartitionChanged f:
                foreach (var moved in f.Moved)
                {
                    Atoms.Set(moved.Atom, Atoms.Get(moved.Atom) with { Customer = moved.To });
                }

                break;
            case VerdictGiven f:
                Verdicts.Set(VerdictKey(f.First, f.Second), new() { First = f.First, Second = f.Second, At = f.At });
                break;
        }
    }

    /// <summary>A position to roll back to.</summary>
    public long Mark() => _undo.Mark();

    /// <summary>Takes back everything after a mark.</summary>
    public void RollbackTo(long mark) => _undo.RollbackTo(mark);

    private long OwnAtom(IdentifierKey key)
    {
        var found = Identifiers.Find(key.High);
        return found is { Atoms: [var first, ..] } && found.Key == key && Atoms.Find(first)?.Key == key ? first : 0;
    }

    private void Emit(IdentityFact fact, ICollection<IdentityFact> facts)
    {
        Apply(fact);
        facts.Add(fact);
    }

    private void ApplyEvidence(EvidenceAdded f)
    {
        var atom = Atoms.Get(f.Atom);
        var tie = new EvidenceState { Key = f.Key, Type = f.Type, Assurance = f.Assurance, Source = f.Source, At = f.At };
        Atoms.Set(f.Atom, atom with { Evidence = [.. atom.Evidence.Where(e => e.Key != f.Key), tie] });
        var identifier = Identifiers.Find(f.Key.High) ?? new() { Key = f.Key, Type = f.Type };
        if (identifier.Key != f.Key)
        {
            throw new InvalidOperationException("Two identifiers share the first half of their hash.");
        }

        Identifiers.Set(f.Key.High, f.Assurance == Assurance.Claimed
            ? identifier with { Claims = [.. identifier.Claims.Where(a => a != f.Atom), f.Atom] }
            : identifier with
            {
                Atoms = identifier.Atoms.Contains(f.Atom) ? identifier.Atoms : [.. identifier.Atoms, f.Atom],
                Claims = [.. identifier.Claims.Where(a => a != f.Atom)],
            });
    }

    private void Repartition(IEnumerable<long> seeds, IdentifierKey via, ICollection<IdentityFact> facts)
    {
        var affected = Connected(seeds);
        var customers = new IdentityPartition(Atoms, Identifiers, _apart, HubLimit).Of(affected);
        var moved = affected
            .Where(a => Atoms.Get(a).Customer != customers[a])
            .Select(a => new AtomPlacement { Atom = a, From = Atoms.Get(a).Customer, To = customers[a] })
            .ToList();
        if (moved.Count > 0)
        {
            Emit(new PartitionChanged { Moved = moved, Via = via }, facts);
        }
    }

    /// <summary>Everything that one tie more or less may move: all atoms that ties lead to, refused ones included, and their customers' others.</summary>
    private SortedSet<long> Connected(IEnumerable<long> seeds)
    {
        var found = new SortedSet<long>();
        var open = new Stack<long>(seeds);
        while (open.TryPop(out var atom))
        {
            if (!found.Add(atom))
            {
                continue;
            }

            var state = Atoms.Get(atom);
            foreach (var member in _members[state.Customer])
            {
                open.Push(member);
            }

            foreach (var key in state.Evidence.Where(e => e.Assurance > Assurance.Claimed).Select(e => e.Key).Append(state.Key))
            {
                if (Identifiers.Find(key.High) is { } tied && tied.Key == key && tied.Atoms.Length <= HubLimit)
                {
                    foreach (var other in tied.Atoms)
                    {
                        open.Push(other);
                    }
                }
            }
        }

        return found;
    }

    private DateTimeOffset Age(long atom) => Atoms.Get(atom).CreatedAt;

    private static long VerdictKey(long first, long second) => unchecked((first * 31) ^ second);

    private void IndexMembers(AtomState? previous, AtomState? next)
    {
        if (previous?.Customer == next?.Customer)
        {
            return;
        }

        if (previous is not null && _members.TryGetValue(previous.Customer, out var old))
        {
            old.Remove(previous.Id);
            if (old.Count == 0)
            {
                _members.Remove(previous.Customer);
            }
        }

        if (next is not null)
        {
            if (!_members.TryGetValue(next.Customer, out var members))
            {
                _members[next.Customer] = members = [];
            }

            members.Add(next.Id);
        }
    }

    private void IndexVerdict(VerdictState? previous, VerdictState? next)
    {
        if (previous is not null)
        {
            Pair(previous.First).Remove(previous.Second);
            Pair(previous.Second).Remove(previous.First);
        }

        if (next is not null)
        {
            Pair(next.First).Add(next.Second);
            Pair(next.Second).Add(next.First);
        }

        SortedSet<long> Pair(long atom) => _apart.TryGetValue(atom, out var set) ? set : _apart[atom] = [];
    }
}
