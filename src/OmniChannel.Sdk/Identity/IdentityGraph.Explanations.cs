using System.Globalization;
using OmniChannel.Identity.Graph;

namespace OmniChannel.Identity;

/// <summary>Questions to the graph: why one, why not, how it came to be, what if.</summary>
public sealed partial class IdentityGraph
{
    static IdentityGraph() => GraphTexts.Register();

    /// <summary>Why two identifiers are one customer's, or why not.</summary>
    public LinkExplanation Explain(IdentifierKey first, IdentifierKey second)
    {
        var (a, b) = (_store.Find(first), _store.Find(second));
        if (a < 0 || b < 0)
        {
            return new() { IsOne = false, Answer = Explanation.Of("identity.unknown"), Ties = [] };
        }

        if (a == b)
        {
            return new() { IsOne = true, Answer = Explanation.Of("identity.same"), Ties = [] };
        }

        if (_store[a].Root == _store[b].Root)
        {
            return new() { IsOne = true, Answer = Explanation.Of("identity.one"), Ties = [.. _linker.PathBetween(a, b).Select(t => Describe(t, null))] };
        }

        var refused = Members(a).SelectMany(TiesOf).Where(t => _store[_store.Tie(t).A].Root == _store[b].Root || _store[_store.Tie(t).B].Root == _store[b].Root);
        var ties = _linker.InOrder(refused.Distinct()).Select(t => Describe(t, _linker.WhyNot(t))).ToList();
        return new() { IsOne = false, Answer = Explanation.Of(ties.Count > 0 ? "identity.not-one" : "identity.nothing-ties"), Ties = ties };
    }

    /// <summary>Ties of a customer to others that were refused, best first: what a person may want to look at. Claims are among them.</summary>
    public IReadOnlyList<GraphTie> SuggestionsOf(CustomerId customer)
    {
        var root = NodeOf(Resolve(customer));
        return root < 0 ? [] : [.. _linker.InOrder(Members(root).SelectMany(TiesOf).Distinct().Where(IsBetweenTwo)).Select(t => Describe(t, _linker.WhyNot(t)))];
    }

    /// <summary>The merges that made a customer, oldest id first. What was revoked since is in the facts, not here.</summary>
    public IReadOnlyList<GraphJoin> HistoryOf(CustomerId customer)
    {
        var root = NodeOf(Resolve(customer));
        return root < 0 ? [] : [.. Members(root).Where(n => n != root).Order().Select(Joined)];
    }

    /// <summary>What would change if an identifier were taken away; changes nothing.</summary>
    public GraphChange PreviewDetach(IdentifierKey key)
    {
        var node = _store.Find(key);
        if (node < 0)
        {
            return new() { Customers = [], Explanation = Explanation.Of("identity.unknown") };
        }

        var members = Members(node).Order().ToList();
        var mark = Mark();
        Detach(key, []);
        var after = members.Where(n => n != node).GroupBy(n => _store[n].Root).Select(g => (IReadOnlyList<CustomerId>)[.. g.Select(IdOf)]).ToList();
        RollbackTo(mark);
        return new()
        {
            Customers = after,
            Explanation = Explanation.Of(
                after.Count > 1 ? "identity.removal.parts" : "identity.removal.nothing",
                ("type", TypeOf(node).Name),
                ("left", Text(node)),
                ("parts", after.Count.ToString(CultureInfo.InvariantCulture))),
        };
    }

    private bool IsBetweenTwo(int number)
    {
        ref readonly var tie = ref _store.Tie(number);
        return _store[tie.A].Root != _store[tie.B].Root;
    }

    private GraphJoin Joined(int node)
    {
        if (_store[node].JoinedBy == 0)
        {
            return new() { Joined = IdOf(node), Explanation = Explanation.Of("identity.joined-otherwise", ("joined", Text(node))) };
        }

        var tie = Describe(_store[node].JoinedBy - 1, null);
        return new()
        {
            Joined = IdOf(node),
            Tie = tie,
            Explanation = Explanation.Of("identity.joined", ("joined", Text(node)), ("type", tie.LeftType.Name), ("other", tie.RightType.Name), ("since", Day(tie.Since))),
        };
    }

    private GraphTie Describe(int number, RefusalReason? refused)
    {
        var tie = _store.Tie(number);
        var limit = refused is RefusalReason.StrongCrossed or RefusalReason.Limit ? _linker.LimitOf(number) : null;
        return new()
        {
            Left = IdOf(tie.A),
            LeftType = TypeOf(tie.A),
            Right = IdOf(tie.B),
            RightType = TypeOf(tie.B),
            Assurance = tie.Assurance,
            Source = _store.SourceText(tie.Source),
            Since = GraphTime.OfSecond(tie.First),
            LastSeen = GraphTime.OfDay(tie.Seen),
            Refused = refused,
            Limit = limit,
            Explanation = Explanation.Of(
                refused is { } reason ? GraphTexts.CodeOf(reason) : "identity.tie",
                ("type", TypeOf(tie.A).Name),
                ("left", Text(tie.A)),
                ("other", TypeOf(tie.B).Name),
                ("right", Text(tie.B)),
                ("by", _store.SourceText(tie.Source)),
                ("assurance", GraphTexts.WordOf(tie.Assurance)),
                ("since", Day(GraphTime.OfSecond(tie.First))),
                ("limit", limit?.Name ?? "")),
        };
    }

    private IdentifierType TypeOf(int node) => _types[_store[node].Type].Type;

    private static string Text(int node) => IdOf(node).Value.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
