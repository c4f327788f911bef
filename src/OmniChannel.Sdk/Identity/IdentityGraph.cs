using System.Diagnostics.CodeAnalysis;
using OmniChannel.Identity.Graph;
using OmniChannel.Identity.Identifiers;

namespace OmniChannel.Identity;

/// <summary>
/// Who is one customer: identifiers and the evidence that ties them together. The partition is a function of the set of observations and
/// verdicts, the rules and the day; the order in which they came does not matter, limits included. Ties are taken in intrinsic rank
/// (verdict, assurance, strength, priority, time, key), each accepted if it breaks nothing; a better one that comes late may revoke a worse.
/// Not thread-safe: one writer.
/// </summary>
/// <remarks>
/// Claims are kept and join nobody. A value on more identifiers than its type may be is cut out before customers are formed. A customer's id
/// is its oldest identifier's number; old ids resolve for ever. Nothing is allocated for what is already known.
/// </remarks>
[Experimental("OMNI001")]
public sealed partial class IdentityGraph
{
    private readonly TypeTable _types;
    private readonly IdentifierReader _reader;
    private readonly GraphStore _store = new();
    private readonly VerdictBook _verdicts = new();
    private readonly TieBook _ties;
    private readonly Rings _rings;
    private readonly Linker _linker;

    /// <summary>Makes an empty graph.</summary>
    /// <param name="hashKey">The key of identifier hashes, at least 16 bytes; keep it secret and stable.</param>
    /// <param name="rules">What to decide by; null for the defaults.</param>
    public IdentityGraph(ReadOnlySpan<byte> hashKey, IdentityRules? rules = null)
    {
        Rules = rules ?? new();
        _types = new(Rules.Types);
        _reader = new(hashKey, Rules, _types);
        var proofs = new Proofs(_store, _types);
        _ties = new(_store, _types, proofs);
        _rings = new(_store, _types, _verdicts);
        _linker = new(_store, _types, _verdicts, _rings, proofs, Rules);
    }

    /// <summary>What is decided by.</summary>
    public IdentityRules Rules { get; }

    /// <summary>How many identifiers were ever added, erased ones included.</summary>
    public int IdentifierCount => _store.NodeCount;

    /// <summary>How many changes could not be decided at once and took computing a neighbourhood.</summary>
    public long ComputedCount => _linker.Computed;

    /// <summary>The identifier's hash; null when the value cannot be one of its type, is blocked, or lacks the account it belongs to.</summary>
    public IdentifierRef? Read(Identifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        var reading = _reader.Read(identifier);
        return reading.WhyNot is null ? reading.Found : null;
    }

    /// <summary>As <see cref="Read(Identifier)"/>, with a code of why it recognises nobody, such as <c>identifier.blocked</c>.</summary>
    public IdentifierRef? Read(Identifier identifier, out string? whyNot)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        var reading = _reader.Read(identifier);
        whyNot = reading.WhyNot;
        return whyNot is null ? reading.Found : null;
    }

    /// <summary>The form in which a value is compared; null when it cannot be one of its type.</summary>
    public string? Normalize(Identifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return _types.NumberOf(identifier.Type) is { } type && _reader.Normalize(type, identifier.Value) is { IsEmpty: false } form ? form.ToString() : null;
    }

    /// <summary>The customer of an identifier; empty when it was never seen.</summary>
    public CustomerId Find(IdentifierKey key)
    {
        var node = _store.Find(key);
        return node < 0 ? default : IdOf(_store[node].Root);
    }

    /// <summary>The id that an identifier began with, which resolves for ever; empty when it was never seen.</summary>
    public CustomerId NumberOf(IdentifierKey key) => new(_store.Find(key) + 1);

    /// <summary>The customer that a customer's id of any time belongs to now; empty when there was never one, or it was erased.</summary>
    public CustomerId Resolve(CustomerId customer)
    {
        var node = NodeOf(customer);
        return node < 0 || _store[node].Has(NodeFlags.Erased) ? default : IdOf(_store[node].Root);
    }

    /// <summary>The customer's identifiers, oldest first. Old ids resolve.</summary>
    public IReadOnlyList<IdentifierRef> IdentifiersOf(CustomerId customer)
    {
        var node = NodeOf(Resolve(customer));
        return node < 0 ? [] : [.. Members(node).Order().Select(n => new IdentifierRef(_store[n].Key, _store[n].Type))];
    }

    /// <summary>Adds an identifier that nothing ties yet; does nothing when it is known.</summary>
    /// <returns>Its customer.</returns>
    public CustomerId Add(in IdentifierRef identifier, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return IdOf(_store[NodeFor(identifier, facts)].Root);
    }

    /// <summary>Takes two identifiers that were seen together.</summary>
    /// <returns>The customer of the first.</returns>
    public CustomerId Observe(in IdentifierRef first, in IdentifierRef second, in IdentityEvidence evidence, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var a = NodeFor(first, facts);
        var b = NodeFor(second, facts);
        if (a != b)
        {
            Observe(a, b, evidence, TieFlags.None, facts);
        }

        return IdOf(_store[a].Root);
    }

    /// <summary>Takes an event: the strongest of its identifiers is tied to each of the others.</summary>
    /// <returns>The customer of the strongest; empty when there is none.</returns>
    public CustomerId Observe(ReadOnlySpan<IdentifierRef> seen, in IdentityEvidence evidence, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (seen.IsEmpty)
        {
            return default;
        }

        var strongest = seen[0];
        foreach (ref readonly var one in seen[1..])
        {
            strongest = _types.IsStronger(one, strongest) ? one : strongest;
        }

        foreach (ref readonly var one in seen)
        {
            if (one.Key != strongest.Key)
            {
                Observe(strongest, one, evidence, facts);
            }
        }

        return Add(strongest, facts);
    }

    private void Observe(int a, int b, in IdentityEvidence evidence, TieFlags added, List<GraphFact> facts)
    {
        var source = SourceFor(evidence.Source, facts);
        var (second, day) = (GraphTime.Second(evidence.At), GraphTime.Day(evidence.At));
        var flags = added | (evidence.MayLink ? TieFlags.None : TieFlags.NoConsent);
        var number = _store.FindTie(a, b, source);
        if (number < 0)
        {
            flags |= _types.HasTimeToLive && _ties.IsTooOld(a, b, day) ? TieFlags.Expired : TieFlags.None;
            var tie = new Tie { A = a, B = b, Source = source, First = second, Seen = day, Assurance = evidence.Assurance, Flags = flags };
            number = _ties.Add(tie);
            facts.Add(Said(GraphFactKind.TieAdded, number));
            if (tie.Links)
            {
                Settle(number, facts);
            }

            return;
        }

        var known = _store.Tie(number);
        var assurance = evidence.Assurance > known.Assurance ? evidence.Assurance : known.Assurance;
        var first = evidence.Assurance > known.Assurance || (evidence.Assurance == known.Assurance && second < known.First) ? second : known.First;
        var seen = Math.Max(day, known.Seen);
        flags |= known.Flags & ~TieFlags.Expired;
        flags |= _types.HasTimeToLive && _ties.IsTooOld(a, b, seen) ? TieFlags.Expired : TieFlags.None;
        if (assurance != known.Assurance || first != known.First || seen != known.Seen || flags != known.Flags)
        {
            Rewrite(number, assurance, first, seen, flags, facts);
        }
    }

    /// <summary>Changes a tie and what follows from it.</summary>
    private void Rewrite(int number, Assurance assurance, uint first, ushort seen, TieFlags flags, List<GraphFact> facts)
    {
        var before = _store.Tie(number);
        _ties.Change(number, assurance, first, seen, flags);
        facts.Add(Said(GraphFactKind.TieChanged, number));
        ref readonly var tie = ref _store.Tie(number);
        if (tie.Links && (!before.Links || tie.Assurance != before.Assurance || tie.First != before.First || tie.Flags != before.Flags))
        {
            Settle(number, facts);
        }
        else if (before.Links && !tie.Links)
        {
            Unsettle(tie.A, tie.B, facts);
        }
    }

    /// <summary>A tie links, or ranks better: cuts values that are now on too many, then takes the tie.</summary>
    private void Settle(int number, List<GraphFact> facts)
    {
        ref readonly var tie = ref _store.Tie(number);
        var computed = CutIfHub(tie.A, facts);
        computed |= CutIfHub(tie.B, facts);
        computed |= ComputeTurned(tie.A, tie.B, facts);
        if (!computed)
        {
            _linker.Link(number, facts);
        }
    }

    /// <summary>Computes anew around values of which other ties count than before. True when one of two nodes is among them.</summary>
    private bool ComputeTurned(int a, int b, List<GraphFact> facts)
    {
        var among = false;
        foreach (var node in _ties.Turned)
        {
            _linker.ComputeAround(node, facts);
            among |= node == a || node == b;
        }

        _ties.Turned.Clear();
        return among;
    }

    /// <summary>Two nodes are tied less than before.</summary>
    private void Unsettle(int a, int b, List<GraphFact> facts)
    {
        var restored = RestoreIfNoHub(a, facts);
        restored |= RestoreIfNoHub(b, facts);
        restored |= ComputeTurned(a, b, facts);
        if (_types.IsOwner(_store[a].Type) || _types.IsOwner(_store[b].Type) || (!restored && _store[a].Root == _store[b].Root))
        {
            _linker.Compute(a, b, facts);
        }
    }

    private bool CutIfHub(int node, List<GraphFact> facts)
    {
        ref readonly var seen = ref _store[node];
        if (seen.Has(NodeFlags.Hub) || seen.Neighbours <= _types.SharedBy(seen.Type))
        {
            return false;
        }

        _ties.SetHub(node, hub: true);
        facts.Add(new() { Kind = GraphFactKind.HubCut, Left = node });
        _linker.ComputeAround(node, facts);
        return true;
    }

    private bool RestoreIfNoHub(int node, List<GraphFact> facts)
    {
        ref readonly var seen = ref _store[node];
        if (!seen.Has(NodeFlags.Hub) || seen.Neighbours > _types.SharedBy(seen.Type))
        {
            return false;
        }

        _ties.SetHub(node, hub: false);
        facts.Add(new() { Kind = GraphFactKind.HubRestored, Left = node });
        _linker.ComputeAround(node, facts);
        return true;
    }

    private int NodeFor(in IdentifierRef identifier, List<GraphFact> facts)
    {
        var node = _store.Find(identifier.Key);
        if (node >= 0)
        {
            return _store[node].Type == identifier.Type
                ? node
                : throw new InvalidOperationException("Two identifiers of different types share their hash.");
        }

        node = _store.AddNode(identifier.Key, identifier.Type, _types.CountOf(identifier.Type));
        facts.Add(new() { Kind = GraphFactKind.IdentifierAdded, Left = node, Key = identifier.Key, Type = identifier.Type });
        return node;
    }

    private ushort SourceFor(string source, List<GraphFact> facts)
    {
        if (_store.SourceNumber(source) is { } number)
        {
            return number;
        }

        _store.AddSource(source);
        facts.Add(new() { Kind = GraphFactKind.SourceNamed, Text = source });
        return (ushort)(_store.SourceCount - 1);
    }

    private IEnumerable<int> Members(int node)
    {
        var at = node;
        do
        {
            yield return at;
            at = _store[at].Next;
        }
        while (at != node);
    }

    private GraphFact Said(GraphFactKind kind, int number)
    {
        ref readonly var tie = ref _store.Tie(number);
        return new()
        {
            Kind = kind,
            Tie = number,
            Left = tie.A,
            Right = tie.B,
            Assurance = tie.Assurance,
            Source = tie.Source,
            Second = tie.First,
            Day = tie.Seen,
            Flags = (byte)tie.Flags,
        };
    }

    private int NodeOf(CustomerId customer) => customer.Value > 0 && customer.Value <= _store.NodeCount ? (int)customer.Value - 1 : -1;

    private static CustomerId IdOf(int node) => new(node + 1);
}
