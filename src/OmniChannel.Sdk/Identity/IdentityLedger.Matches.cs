namespace OmniChannel.Identity;

/// <summary>What the matcher says: ties where that is the policy, and suggestions for a person.</summary>
internal sealed partial class IdentityLedger
{
    /// <summary>The source of ties that the matcher made.</summary>
    public const string MatchSource = "match";

    // A suggestion that was dismissed comes again only when this much more speaks for it.
    private const double MoreBits = 1;
    private const double SameBits = 0.05;
    private const int MostAtomsAsked = 16;

    /// <summary>
    /// Takes what the matcher found for a record, strongest first, in place of what it found before. What comes after the first
    /// <paramref name="most"/> begins nothing and ends nothing: it may have been found from the other side.
    /// </summary>
    public void Match(long atom, IReadOnlyList<FoundMatch> found, bool links, DateTimeOffset at, ICollection<IdentityFact> facts, int most = int.MaxValue)
    {
        var known = _suggested.GetValueOrDefault(atom, []);
        var ties = links ? TiesOf(atom).Select(t => t.Other).ToHashSet() : [];
        var tied = links
            ? found.Where((f, i) => f.IsMatch && Atoms.Find(f.Other) is not null && (i < most || ties.Contains(f.Other))).Select(f => f.Other).ToHashSet()
            : [];
        Unmatch(atom, tied, at, facts);
        foreach (var other in tied.Order())
        {
            var key = Atoms.Get(other).Key;
            Observe(atom, key, TypeOf(key), Assurance.Observed, MatchSource, at, facts);
        }

        var suggested = found.Where((f, i) => (i < most || known.Contains(f.Other)) && IsWorthAsking(atom, f)).ToList();
        var lapsed = known.Where(other => !found.Any(f => f.Other == other)).ToList();
        if (suggested.Count > 0 || lapsed.Count > 0)
        {
            Emit(new MatchesFound { Atom = atom, At = at, Suggested = suggested, Lapsed = lapsed }, facts);
        }
    }

    /// <summary>Puts what is suggested about the customers of two aside: it comes again only when more speaks for it.</summary>
    /// <returns>False when nothing is suggested.</returns>
    public bool Dismiss(long first, long second, DateTimeOffset at, ICollection<IdentityFact> facts, string? by = null)
    {
        var open = Verdicts.Find(PairOf(first, second)) is { Kind: VerdictKind.Suggested } asked ? [asked] : Array.Empty<VerdictState>();
        var all = open.Concat(SuggestedBetween(first, second)).DistinctBy(v => (v.First, v.Second)).ToList();
        foreach (var suggestion in all)
        {
            Emit(new VerdictGiven { First = suggestion.First, Second = suggestion.Second, At = at, Kind = VerdictKind.Dismissed, By = by }, facts);
        }

        return all.Count > 0;
    }

    /// <summary>Suggestions about any two records of two customers, in a fixed order.</summary>
    private List<VerdictState> SuggestedBetween(long first, long second)
    {
        if (Atoms.Find(first) is not { } left || Atoms.Find(second) is not { } right || left.Customer == right.Customer)
        {
            return [];
        }

        return
        [
            .. AtomsOf(new(left.Customer)).SelectMany(atom => _suggested.GetValueOrDefault(atom, []).Where(other => Atoms.Get(other).Customer == right.Customer).Order()
                .Select(other => Verdicts.Find(PairOf(atom, other))!)),
        ];
    }

    /// <summary>Takes back ties that the matcher made of a record, from either end, but to some.</summary>
    private void Unmatch(long atom, IReadOnlySet<long> stays, DateTimeOffset at, ICollection<IdentityFact> facts) =>
        Remove([.. TiesOf(atom).Where(t => !stays.Contains(t.Other)).Select(t => (t.Atom, t.Key))], at, facts);

    /// <summary>Ties that the matcher made of a record, from either end.</summary>
    private List<(long Atom, IdentifierKey Key, long Other)> TiesOf(long atom)
    {
        var own = Atoms.Get(atom);
        var ties = own.Evidence.Where(IsMatched).Select(e => (atom, e.Key, OwnAtom(e.Key))).ToList();
        foreach (var other in Identifiers.Find(own.Key.High)?.Atoms ?? [])
        {
            if (other != atom && Atoms.Get(other).Evidence.Any(e => e.Key == own.Key && IsMatched(e)))
            {
                ties.Add((other, own.Key, other));
            }
        }

        return ties;
    }

    // A customer source may have the same name: what it says is on identifiers, what the matcher says on records.
    private static bool IsMatched(EvidenceState tie) => tie.Source == MatchSource && tie.Type.Name.StartsWith(RecordType, StringComparison.Ordinal);

    private bool IsWorthAsking(long atom, FoundMatch found)
    {
        if (Atoms.Find(found.Other) is not { } other || other.Customer == Atoms.Get(atom).Customer)
        {
            return false;
        }

        // First of the two themselves, which need not be among the oldest of their customers: a suggestion never replaces a decision.
        if (Verdicts.Find(PairOf(atom, found.Other)) is { } said && Answers(said, found, isPair: true))
        {
            return false;
        }

        foreach (var left in AtomsOf(new(Atoms.Get(atom).Customer)).Take(MostAtomsAsked))
        {
            foreach (var right in AtomsOf(new(other.Customer)).Take(MostAtomsAsked))
            {
                var isPair = left == atom && right == found.Other;
                if (Verdicts.Find(PairOf(left, right)) is { } known && Answers(known, found, isPair))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether what is known of two makes the question needless.</summary>
    private static bool Answers(VerdictState known, FoundMatch found, bool isPair) => known.Kind switch
    {
        null or VerdictKind.Apart or VerdictKind.Together => true,
        VerdictKind.Dismissed => known.Match is { } before && found.Bits < before.Bits + MoreBits,
        VerdictKind.Suggested => isPair ? known.Match is { } same && Math.Abs(same.Bits - found.Bits) < SameBits : known.Match?.Bits >= found.Bits,
        _ => false,
    };

    private void IndexSuggestion(VerdictState? previous, VerdictState? next)
    {
        if (previous is { Kind: VerdictKind.Suggested })
        {
            Unlist(previous.First, previous.Second);
            Unlist(previous.Second, previous.First);
        }

        if (next is { Kind: VerdictKind.Suggested })
        {
            List(next.First, next.Second);
            List(next.Second, next.First);
        }
    }

    private void List(long atom, long other)
    {
        if (!_suggested.TryGetValue(atom, out var others))
        {
            _suggested[atom] = others = [];
        }

        others.Add(other);
    }

    private void Unlist(long atom, long other)
    {
        if (_suggested.TryGetValue(atom, out var others) && others.Remove(other) && others.Count == 0)
        {
            _suggested.Remove(atom);
        }
    }

    private void ApplyMatches(MatchesFound f)
    {
        foreach (var other in f.Lapsed)
        {
            Verdicts.Set(PairOf(f.Atom, other), null);
        }

        foreach (var match in f.Suggested)
        {
            Verdicts.Set(
                PairOf(f.Atom, match.Other),
                new() { First = Math.Min(f.Atom, match.Other), Second = Math.Max(f.Atom, match.Other), At = f.At, Kind = VerdictKind.Suggested, Match = match });
        }
    }
}
