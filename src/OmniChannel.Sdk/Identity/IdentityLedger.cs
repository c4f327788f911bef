namespace OmniChannel.Identity;

/// <summary>
/// The engine's rows of who is one customer: atoms (channel addresses, customer records) and the identifiers tied to them. Which atoms are
/// one is decided by an <see cref="IdentityGraph"/>; a customer's id is that of its oldest atom. Not thread-safe: one writer.
/// </summary>
internal sealed partial class IdentityLedger
{
    /// <summary>What the type names of customer records begin with; the source follows.</summary>
    public const string RecordType = "record:";

    /// <summary>The most atoms that an identifier of a type that nobody registered may tie together.</summary>
    public const int SharedBy = 20;

    // One tie for a pair, as the rows keep it, whoever says so.
    public const string Tied = "row";
    private readonly UndoLog _undo;
    private readonly IdentifierHasher _hasher;
    private readonly IdentifierNormalizer _normalizer;
    private readonly LedgerGraph _graph;
    private readonly TieLife _lives;
    private readonly Dictionary<long, SortedSet<long>> _members = [];
    private readonly Dictionary<long, SortedSet<long>> _suggested = [];

    /// <summary>Makes an empty ledger of its own.</summary>
    public IdentityLedger(ReadOnlyMemory<byte> hashKey, IdentityRules? rules = null)
        : this(hashKey, rules ?? new(), new UndoLog(), [])
    {
    }

    public IdentityLedger(ReadOnlyMemory<byte> hashKey, IdentityRules rules, UndoLog undo, HashSet<RowKey> dirty)
    {
        _undo = undo;
        _hasher = new(hashKey);
        _normalizer = new(rules.Region, rules.Types);
        _graph = new(hashKey, rules, this, undo);
        _lives = new(rules.Types);
        Atoms = new(StateTable.Atoms, undo, dirty, IdentityJson.Default.AtomState, a => a.Customer, _ => true, IndexMembers);
        Identifiers = new(StateTable.Identifiers, undo, dirty, IdentityJson.Default.IdentifierState, _ => 0, _ => true);
        Verdicts = new(StateTable.Verdicts, undo, dirty, IdentityJson.Default.VerdictState, v => v.First, _ => true, IndexSuggestion);
    }

    /// <summary>Told when the time changes at which the first tie of an atom ends: the atom, then, now.</summary>
    public event Action<long, DateTimeOffset?, DateTimeOffset?>? EndMoved;

    public StateRows<AtomState> Atoms { get; }

    public StateRows<IdentifierState> Identifiers { get; }

    public StateRows<VerdictState> Verdicts { get; }

    /// <summary>Makes the graph out of the rows: once they are loaded, so that the first event does not wait for it.</summary>
    public void Prepare() => _graph.Prepare();

    /// <summary>The keyed hash of an identifier, or null when the value cannot be one of its type.</summary>
    public IdentifierKey? KeyOf(Identifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return _normalizer.KeyOf(identifier, _hasher);
    }

    /// <summary>Where an identifier can be written to, or null when it cannot be one of its type.</summary>
    public string? AddressOf(Identifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return _normalizer.Address(identifier);
    }

    /// <summary>The type that an identifier was first seen with.</summary>
    public IdentifierType TypeOf(IdentifierKey key) => Identifiers.Get(key.High).Type;

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
    public long Touch(IdentifierKey key, long newAtom, DateTimeOffset at, ICollection<IdentityFact> facts, IdentifierType? type = null)
    {
        if (OwnAtom(key) is not 0 and var atom)
        {
            return atom;
        }

        // Made first: the rows that it is made from must not hold yet what is done to it now.
        _graph.Prepare();
        Emit(new AtomCreated { Atom = newAtom, Key = key, At = at, Type = type }, facts);
        var touched = _graph.Change((graph, list) => graph.Add(_graph.Ref(graph, key, TypeOf(key)), list));
        Place([key, .. touched], newAtom, key, at, facts);
        return newAtom;
    }

    /// <summary>Ties an identifier to an atom and merges what it ties together, if the evidence is more than a claim.</summary>
    public void Observe(
        long atom, IdentifierKey key, IdentifierType type, Assurance assurance, string source, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        var own = Atoms.Get(atom);
        var known = own.Evidence.FirstOrDefault(e => e.Key == key);
        if (known is not null && (known.Assurance > assurance || (known.Assurance == assurance && known.At <= at)))
        {
            SeeAgain(own, known, at, facts);
            return;
        }

        _graph.Prepare();
        Emit(new EvidenceAdded { Atom = atom, Key = key, Type = type, Assurance = assurance, Source = source, At = at, SeenAt = _lives.SeenAfter(known, at) }, facts);
        if (own.Key == key)
        {
            return;
        }

        var evidence = new IdentityEvidence { Assurance = assurance, Source = Tied, At = at };
        var touched = _graph.Change((graph, list) =>
            graph.Observe(_graph.Ref(graph, own.Key, TypeOf(own.Key)), _graph.Ref(graph, key, TypeOf(key)), evidence, list));
        Place(touched, atom, key, at, facts);
    }

    /// <summary>Makes a fact's change without deciding: for start-up and replay.</summary>
    public void Apply(IdentityFact fact)
    {
        _graph.Reset();
        Fold(fact);
    }

    private void Fold(IdentityFact fact)
    {
        switch (fact)
        {
            case AtomCreated f:
                Atoms.Set(f.Atom, new() { Id = f.Atom, Key = f.Key, Customer = f.Atom, CreatedAt = f.At });
                var owned = Identifiers.Find(f.Key.High);
                Identifiers.Set(f.Key.High, (owned ?? new() { Key = f.Key, Type = f.Type ?? IdentifierType.ChannelAddress }) with { Atoms = [f.Atom, .. owned?.Atoms ?? []] });
                break;
            case EvidenceAdded f:
                ApplyEvidence(f);
                break;
            case PartitionChanged f:
                foreach (var moved in f.Moved)
                {
                    Atoms.Set(moved.Atom, Moved(Atoms.Get(moved.Atom), moved, f));
                }

                break;
            case VerdictGiven f:
                ApplyVerdict(f);
                break;
            case MatchesFound f:
                ApplyMatches(f);
                break;
            case EvidenceRemoved f:
                ApplyRemoval(f);
                break;
            case LinkingChanged f:
                var known = Identifiers.Find(f.Key.High) ?? new() { Key = f.Key, Type = f.Type };
                Identifiers.Set(f.Key.High, known with { MayLink = f.Allowed, MayLinkSince = f.At });
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
        Fold(fact);
        facts.Add(fact);
    }

    private void ApplyEvidence(EvidenceAdded f)
    {
        var atom = Atoms.Get(f.Atom);
        var tie = new EvidenceState { Key = f.Key, Type = f.Type, Assurance = f.Assurance, Source = f.Source, At = f.At, SeenAt = f.SeenAt };
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

    /// <summary>Puts the atoms of changed customers where the graph has them, under the id of the oldest.</summary>
    private void Place(IReadOnlyList<IdentifierKey> touched, long by, IdentifierKey via, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        var affected = new SortedSet<long>();
        foreach (var atom in touched.Select(OwnAtom).Where(a => a != 0))
        {
            affected.UnionWith(_members[Atoms.Get(atom).Customer]);
            affected.Add(atom);
        }

        var moved = new List<AtomPlacement>();
        while (affected.Count > 0)
        {
            var customer = _graph.CustomerOf(Atoms.Get(affected.Min).Key).Select(OwnAtom).Where(a => a != 0).OrderBy(Age).ThenBy(a => a).ToList();
            moved.AddRange(customer.Where(a => Atoms.Get(a).Customer != customer[0])
                .Select(a => new AtomPlacement { Atom = a, From = Atoms.Get(a).Customer, To = customer[0] }));
            affected.ExceptWith(customer);
        }

        if (moved.Count > 0)
        {
            Emit(new PartitionChanged { Moved = [.. moved.OrderBy(m => m.Atom)], Via = via, Atom = by == 0 ? null : by, At = at }, facts);
        }
    }

    private DateTimeOffset Age(long atom) => Atoms.Get(atom).CreatedAt;

    /// <summary>A customer whose id an atom was, and no longer is, keeps in mind what joined it; one that is a customer again forgets.</summary>
    private static AtomState Moved(AtomState atom, AtomPlacement moved, PartitionChanged fact)
    {
        var next = atom with { Customer = moved.To };
        return moved.To == atom.Id ? next with { Joined = null }
            : moved.From == atom.Id && fact is { Atom: { } by, At: { } at } ? next with { Joined = new() { Into = moved.To, Atom = by, Key = fact.Via, At = at } }
            : next;
    }

    /// <summary>Writes that a tie of a type that lives for a time was seen, now and then.</summary>
    private void SeeAgain(AtomState own, EvidenceState known, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        if (_lives.IsDue(known, at))
        {
            Emit(
                new EvidenceAdded { Atom = own.Id, Key = known.Key, Type = known.Type, Assurance = known.Assurance, Source = known.Source, At = known.At, SeenAt = at },
                facts);
        }
    }

    private static long PairOf(long first, long second) => unchecked((Math.Min(first, second) * 31) ^ Math.Max(first, second));

    private void IndexMembers(AtomState? previous, AtomState? next)
    {
        var (before, after) = (_lives.FirstEndOf(previous), _lives.FirstEndOf(next));
        if (before != after)
        {
            EndMoved?.Invoke((next ?? previous)!.Id, before, after);
        }

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
}
