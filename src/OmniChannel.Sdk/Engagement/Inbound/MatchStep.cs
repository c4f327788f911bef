namespace OmniChannel.Engagement.Inbound;

/// <summary>
/// Records that may be one person's though no identifier says so: each new or changed record is given to the matcher beside the writer, and what
/// it finds comes back as an input, so that a replay decides nothing anew.
/// </summary>
internal static class MatchStep
{
    /// <summary>A record is new, changed, or gone. Without a matcher nobody can say that what one found before still holds, so it is taken back.</summary>
    public static void Ask(Turn turn, long atom)
    {
        if (turn.Rules.Matching is not { } matching)
        {
            Found(turn, atom, []);
            return;
        }

        EffectSteps.Queue(
            turn, new EffectQueued { Effect = new(turn.NewId()), Kind = EffectKind.Matching, Deadline = turn.Now + matching.Timeout, Atom = atom }, new());
    }

    /// <summary>True when two states of a record have nothing different that could be compared: a nightly import of everything asks about what changed.</summary>
    public static bool SaysTheSame(CustomerRecord known, CustomerRecord next) =>
        known.Name == next.Name
        && known.Identifiers.SequenceEqual(next.Identifiers)
        && known.Traits.Count == next.Traits.Count && known.Traits.All(t => next.Traits.TryGetValue(t.Key, out var value) && value == t.Value)
        && (known.DetailedTraits ?? []).SequenceEqual(next.DetailedTraits ?? []);

    public static void Found(Turn turn, long atom, IReadOnlyList<FoundMatch> matches)
    {
        var own = turn.State.Profiles.Find(atom)?.Record is not null;
        var known = matches.Where(m => own && m.Other != atom && turn.State.Profiles.Find(m.Other)?.Record is not null).ToList();
        var rules = turn.Rules.Matching ?? new();
        var moved = false;
        turn.Identify((ledger, facts) =>
        {
            ledger.Match(atom, known, rules.Links, turn.Now, facts, rules.MostPerRecord);
            moved = facts.OfType<PartitionChanged>().Any();
        });
        if (moved)
        {
            turn.Then(new RecognisedInput { Customer = turn.State.Identity.Resolve(atom) });
        }
    }
}
