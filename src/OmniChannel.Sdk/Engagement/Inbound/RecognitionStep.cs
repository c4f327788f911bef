namespace OmniChannel.Engagement.Inbound;

/// <summary>
/// Whose event it is: the address's atom, what the event says about the sender, and what that merges. Claims are kept and merge nothing.
/// Identifiers that are surely theirs and were never asked about are looked up at the customer sources.
/// </summary>
internal static class RecognitionStep
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(24);

    public static long Run(Turn turn, ChannelAddress address, IReadOnlyList<IdentifierEvidence> evidence, DateTimeOffset at)
    {
        var atom = turn.State.AtomOf(address);
        if (atom == 0)
        {
            var key = turn.State.Identity.KeyOf(Identifier.Address(address)) ?? throw new InvalidOperationException("A sender id cannot be empty.");
            turn.Identify((graph, facts) => atom = graph.Touch(key, turn.NewId(), at, facts));
        }

        foreach (var item in evidence)
        {
            Observe(turn, atom, item, at);
        }

        return atom;
    }

    public static void Observe(Turn turn, long atom, IdentifierEvidence evidence, DateTimeOffset at)
    {
        if (turn.State.Identity.KeyOf(evidence.Identifier) is not { } key)
        {
            return;
        }

        turn.Identify((graph, facts) => graph.Observe(atom, key, evidence.Identifier.Type, evidence.Assurance, evidence.Source, at, facts));
        if (evidence.Assurance > Assurance.Claimed)
        {
            LookUp(turn, atom, key, evidence.Identifier);
        }
    }

    /// <summary>Ties a record of a customer source to its own atom and its identifiers, as verified, and keeps the profile.</summary>
    public static long Import(Turn turn, FoundRecord found)
    {
        var key = KeyOf(turn.State, found.Source, found.Record.ExternalId);
        var atom = turn.State.Identity.AtomOf(key);
        var profile = turn.State.Profiles.Find(atom);
        var known = profile?.Record;
        if ((known is null ? profile?.ForgottenAsOf : known.ChangedAt) > found.Record.ChangedAt)
        {
            return atom; // Late: a newer state of the record is known, or was and is gone.
        }

        turn.Identify((graph, facts) => atom = graph.Touch(key, turn.NewId(), turn.Now, facts, new(IdentityLedger.RecordType + found.Source)));
        turn.Emit(new ProfileImported { Atom = atom, Source = found.Source, Time = turn.Now }, new() { Record = found.Record });
        turn.Subject = turn.Subject == 0 ? atom : turn.Subject;
        Withdraw(turn, atom, found.Source, found.Record.Identifiers);
        if (known is null || !MatchStep.SaysTheSame(known, found.Record))
        {
            MatchStep.Ask(turn, atom);
        }

        foreach (var identifier in found.Record.Identifiers)
        {
            if (turn.State.Identity.KeyOf(identifier) is { } tied)
            {
                turn.Identify((graph, facts) => graph.Observe(atom, tied, identifier.Type, Assurance.Verified, found.Source, turn.Now, facts));
                if (turn.State.Identity.Identifiers.Find(tied.High) is { AskedAt: null })
                {
                    turn.Emit(new IdentifierAsked { Key = tied, Time = turn.Now });
                }
            }
        }

        return atom;
    }

    /// <summary>Takes back what a source said of a record, but for the identifiers that it still names.</summary>
    public static void Withdraw(Turn turn, long atom, string source, IReadOnlyList<Identifier> stays)
    {
        var named = stays.Select(turn.State.Identity.KeyOf).OfType<IdentifierKey>().ToHashSet();
        turn.Identify((graph, facts) => graph.Withdraw(atom, source, named, turn.Now, facts));
    }

    /// <summary>The key of a record's atom.</summary>
    public static IdentifierKey KeyOf(WorkspaceState state, string source, string externalId) => state.Hasher.Hash(IdentityLedger.RecordType + source, externalId);

    private static void LookUp(Turn turn, long atom, IdentifierKey key, Identifier identifier)
    {
        if (!turn.Rules.HasCustomerSources || turn.State.Identity.Identifiers.Find(key.High) is not { } known || known.AskedAt + AskAgainAfter > turn.Now)
        {
            return;
        }

        turn.Emit(new IdentifierAsked { Key = key, Time = turn.Now });
        EffectSteps.Queue(
            turn,
            new EffectQueued { Effect = new(turn.NewId()), Kind = EffectKind.CustomerLookup, Deadline = turn.Now + turn.Rules.LookupTimeout, Atom = atom },
            new() { Identifier = identifier });
    }
}
