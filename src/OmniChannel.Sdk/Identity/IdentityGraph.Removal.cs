using OmniChannel.Identity.Graph;

namespace OmniChannel.Identity;

/// <summary>Taking back evidence, erasing, and time.</summary>
public sealed partial class IdentityGraph
{
    /// <summary>Takes back what one source said of two identifiers, as if it had never said so.</summary>
    /// <returns>False when it said nothing.</returns>
    public bool Retract(IdentifierKey first, IdentifierKey second, string source, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (a, b) = (_store.Find(first), _store.Find(second));
        if (a < 0 || b < 0 || a == b || _store.SourceNumber(source) is not { } number || _store.FindTie(a, b, number) is not (>= 0 and var tie))
        {
            return false;
        }

        RemoveTie(tie, facts);
        return true;
    }

    /// <summary>Takes back everything that ties an identifier; it stays as a customer of its own.</summary>
    /// <returns>False when it is unknown or nothing tied it.</returns>
    public bool Detach(IdentifierKey key, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var node = _store.Find(key);
        var ties = node < 0 ? [] : TiesOf(node);
        ties.ForEach(t => RemoveTie(t, facts));
        return ties.Count > 0;
    }

    /// <summary>
    /// Erases a customer: identifiers, ties and verdicts. A value that others have too, such as a family's phone, loses what ties it to
    /// this customer and goes to them. Ids of the customer resolve to nobody from now on.
    /// </summary>
    /// <returns>False when there is no such customer.</returns>
    public bool Erase(CustomerId customer, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var root = NodeOf(Resolve(customer));
        if (root < 0)
        {
            return false;
        }

        var members = Members(root).Order().ToList();
        var gone = members.Where(n => !IsOthersToo(n, root)).ToList();
        foreach (var tie in gone.SelectMany(TiesOf).Distinct().Order().ToList())
        {
            RemoveTie(tie, facts);
        }

        foreach (var node in gone)
        {
            Forget(node);
            facts.Add(new() { Kind = GraphFactKind.IdentifierErased, Left = node });
        }

        return true;
    }

    /// <summary>Lets time pass: ties that were last seen longer ago than their types live no longer link. Does nothing within a day.</summary>
    public void AdvanceTo(DateTimeOffset now, List<GraphFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var day = GraphTime.Day(now);
        if (day <= _ties.Today)
        {
            return;
        }

        _ties.Today = day;
        facts.Add(new() { Kind = GraphFactKind.TimeAdvanced, Day = day });
        foreach (var number in _ties.TakeEnded(day))
        {
            var tie = _store.Tie(number);
            Rewrite(number, tie.Assurance, tie.First, tie.Seen, tie.Flags | TieFlags.Expired, facts);
        }
    }

    private void RemoveTie(int number, List<GraphFact> facts)
    {
        var tie = _store.Tie(number);
        _ties.Remove(number);
        facts.Add(new() { Kind = GraphFactKind.TieRemoved, Tie = number, Left = tie.A, Right = tie.B });
        if (tie.Links)
        {
            Unsettle(tie.A, tie.B, facts);
        }
    }

    private void Forget(int node)
    {
        foreach (var other in _verdicts.ApartOf(node).ToList())
        {
            _verdicts.Set(node, other, apart: false, 0);
            _rings.MarkApart(other);
        }

        _verdicts.Forget(node);
        _store.EraseNode(node);
    }

    private bool IsOthersToo(int node, int root) =>
        _types[_store[node].Type].Strength != IdentifierStrength.Strong
        && TiesOf(node).Any(t => _store.Tie(t) is var tie && _linker.Opens(tie) && _store[tie.Other(node)].Root != root);
}
