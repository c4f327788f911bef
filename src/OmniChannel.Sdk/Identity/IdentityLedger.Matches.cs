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

    /// <summary>Takes what the matcher found for a record in place of what it found before.</summary>
    public void Match(long atom, IReadOnlyList<FoundMatch> found, bool links, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        var tied = links ? found.Where(f => f.IsMatch && Atoms.Find(f.Other) is not null).Select(f => f.Other).ToHashSet() : [];
        Unmatch(atom, tied, at, facts);
        foreach (var other in tied.Order())
        {
            var key = Atoms.Get(other).Key;
            Observe(atom, key, TypeOf(key), Assurance.Observed, MatchSource, at, facts);
        }

        var suggested = found.Where(f => IsWorthAsking(atom, f)).ToList();
        var known = Verdicts.Values.Where(v => v.Kind == VerdictKind.Suggested && (v.First == atom || v.Second == atom)).Select(v => v.First == atom ? v.Second : v.First);
        var lapsed = known.Where(other => !found.Any(f => f.Other == other)).Order().ToList();
        if (suggested.Count > 0 || lapsed.Count > 0)
        {
            Emit(new MatchesFound { Atom = atom, At = at, Suggested = suggested, Lapsed = lapsed }, facts);
        }
    }

    /// <summary>Puts a suggestion aside: it comes again only when more speaks for it.</summary>
    /// <returns>False when there is none.</returns>
    public bool Dismiss(long first, long second, DateTimeOffset at, ICollection<IdentityFact> facts, string? by = null)
    {
        if (Verdicts.Find(PairOf(first, second)) is not { Kind: VerdictKind.Suggested } open)
        {
            return false;
        }

        Emit(new VerdictGiven { First = open.First, Second = open.Second, At = at, Kind = VerdictKind.Dismissed, By = by }, facts);
        return true;
    }

    /// <summary>Takes back ties that the matcher made of a record, from either end, but to some.</summary>
    private void Unmatch(long atom, IReadOnlySet<long> stays, DateTimeOffset at, ICollection<IdentityFact> facts)
    {
        var own = Atoms.Get(atom);
        var ties = own.Evidence.Where(e => e.Source == MatchSource && !stays.Contains(OwnAtom(e.Key))).Select(e => (atom, e.Key)).ToList();
        foreach (var other in Identifiers.Find(own.Key.High)?.Atoms ?? [])
        {
            if (other != atom && !stays.Contains(other) && Atoms.Get(other).Evidence.Any(e => e.Key == own.Key && e.Source == MatchSource))
            {
                ties.Add((other, own.Key));
            }
        }

        Remove(ties, at, facts);
    }

    private bool IsWorthAsking(long atom, FoundMatch found)
    {
        if (Atoms.Find(found.Other) is not { } other || other.Customer == Atoms.Get(atom).Customer)
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
        VerdictKind.Dismissed => isPair && known.Match is { } before && found.Bits < before.Bits + MoreBits,
        VerdictKind.Suggested => isPair ? known.Match is { } same && Math.Abs(same.Bits - found.Bits) < SameBits : known.Match?.Bits >= found.Bits,
        _ => false,
    };

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
