using System.Globalization;
using OmniChannel.Identity.Graph;

namespace OmniChannel.Identity;

/// <summary>Questions to the ledger: why one, why not, how it came to be.</summary>
internal sealed partial class IdentityLedger
{
    /// <summary>Why two identifiers are one customer's, or why not; addresses and records are named by their own.</summary>
    public CustomerLink Explain(IdentifierKey first, IdentifierKey second)
    {
        _graph.Prepare();
        var found = _graph.Explain(first, second);
        return new() { IsOne = found.IsOne, Answer = found.Answer, Ties = [.. found.Ties.Select(Describe)] };
    }

    /// <summary>What would tie a customer to others and was refused, best first.</summary>
    public IReadOnlyList<CustomerTie> RefusedOf(CustomerId customer)
    {
        _graph.Prepare();
        return AtomsOf(customer) is [var first, ..] ? [.. _graph.SuggestionsOf(Atoms.Get(first).Key).Select(Describe)] : [];
    }

    /// <summary>How a customer came to be, in the order of time.</summary>
    public IReadOnlyList<CustomerEvent> HistoryOf(CustomerId customer)
    {
        _graph.Prepare();
        var atoms = AtomsOf(customer).Select(Atoms.Get).ToList();
        var events = atoms.SelectMany(Began).Concat(Verdicts.Values.Where(v => v.Kind is not VerdictKind.Suggested && Concerns(v, customer.Value)).Select(v => Decided(v, customer.Value)));
        return [.. events.OrderBy(e => e.At).ThenBy(e => e.Of.Value).ThenBy(e => e.Explanation.Code, StringComparer.Ordinal)];
    }

    private IEnumerable<CustomerEvent> Began(AtomState atom)
    {
        yield return Event(atom.CreatedAt, atom.Id, "history.began", ("type", TypeOf(atom.Key).Name), ("left", Mark(atom.Key)));
        foreach (var tie in atom.Evidence)
        {
            yield return Event(
                tie.At, atom.Id, "history.tied", ("type", TypeOf(atom.Key).Name), ("left", Mark(atom.Key)), ("other", tie.Type.Name), ("right", Mark(tie.Key)), ("by", tie.Source),
                ("assurance", GraphTexts.WordOf(tie.Assurance)));
        }

        if (atom.Joined is { } join)
        {
            yield return Event(
                join.At, atom.Id, "history.joined", ("joined", Number(atom.Id)), ("type", TypeOf(Atoms.Get(join.Atom).Key).Name), ("other", TypeOf(join.Key).Name));
        }

        if (Identifiers.Find(atom.Key.High) is { MayLink: { } may, MayLinkSince: { } since })
        {
            yield return Event(since, atom.Id, may ? "history.linking-allowed" : "history.linking-forbidden", ("type", TypeOf(atom.Key).Name), ("left", Mark(atom.Key)));
        }
    }

    private bool Concerns(VerdictState verdict, long customer) =>
        CustomerAt(EndOf(verdict.First, verdict.FirstKey)) == customer || CustomerAt(EndOf(verdict.Second, verdict.SecondKey)) == customer;

    private CustomerEvent Decided(VerdictState verdict, long customer)
    {
        var code = verdict.Kind switch
        {
            VerdictKind.Together => "history.verdict-together",
            VerdictKind.Reconsidered => "history.verdict-taken-back",
            VerdictKind.Dismissed => "history.match-dismissed",
            _ => "history.verdict-apart",
        };
        var (first, second) = (EndOf(verdict.First, verdict.FirstKey), EndOf(verdict.Second, verdict.SecondKey));
        var own = CustomerAt(first) == customer && first.Atom != 0 ? first.Atom : second.Atom != 0 ? second.Atom : first.Atom;
        return Event(
            verdict.At, own, code, ("type", TypeOf(first.Key).Name), ("left", Mark(first.Key)), ("other", TypeOf(second.Key).Name), ("right", Mark(second.Key)), ("by", verdict.By ?? "-"));
    }

    private CustomerTie Describe(GraphTie tie)
    {
        var (left, right) = _graph.EndsOf(tie);
        var said = EvidenceFor(left, right) ?? EvidenceFor(right, left);
        var (source, since) = (said?.Source ?? tie.Source, said?.At ?? tie.Since);
        return new()
        {
            Left = AtomId(left),
            LeftType = tie.LeftType,
            Right = AtomId(right),
            RightType = tie.RightType,
            Assurance = tie.Assurance,
            Source = source,
            Since = since,
            IsRefused = tie.Refused is not null,
            Explanation = Explanation.Of(
                tie.Explanation.Code,
                ("type", tie.LeftType.Name),
                ("left", Mark(left)),
                ("other", tie.RightType.Name),
                ("right", Mark(right)),
                ("by", source),
                ("assurance", GraphTexts.WordOf(tie.Assurance)),
                ("since", since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("limit", tie.Limit?.Name ?? "")),
        };
    }

    private EvidenceState? EvidenceFor(IdentifierKey own, IdentifierKey key) =>
        OwnAtom(own) is not 0 and var atom ? Atoms.Get(atom).Evidence.FirstOrDefault(e => e.Key == key) : null;

    private CustomerId? AtomId(IdentifierKey key) => OwnAtom(key) is not 0 and var atom ? new(atom) : null;

    /// <summary>The number of an address or a record; of a plain identifier, four digits of its hash.</summary>
    private string Mark(IdentifierKey key) => OwnAtom(key) is not 0 and var atom ? Number(atom) : "#" + ((ushort)key.High).ToString("x4", CultureInfo.InvariantCulture);

    private static CustomerEvent Event(DateTimeOffset at, long atom, string code, params ReadOnlySpan<(string, string)> arguments) =>
        new() { At = at, Of = new(atom), Explanation = Explanation.Of(code, arguments) };

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
