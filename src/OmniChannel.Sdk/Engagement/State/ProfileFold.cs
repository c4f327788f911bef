namespace OmniChannel.Engagement.State;

/// <summary>What facts do to the rows of profiles.</summary>
internal static class ProfileFold
{
    public static void Apply(StateRows<ProfileState> profiles, ProfileImported fact, CustomerRecord record)
    {
        var known = profiles.Find(fact.Atom);
        profiles.Set(fact.Atom, new() { Atom = fact.Atom, Source = fact.Source, Record = record, At = fact.Time, Traits = known?.Traits });
    }

    public static void Apply(StateRows<ProfileState> profiles, TraitsChanged fact, ImmutableArray<Trait> traits)
    {
        var known = profiles.Find(fact.Atom) ?? new() { Atom = fact.Atom, At = default };
        var told = traits.Select(t => new TraitState { Source = fact.Source, Trait = t }).ToList();
        var left = fact.IsTakenBack ? TraitSet.Without(known.Traits, told) : TraitSet.With(known.Traits, told);
        profiles.Set(fact.Atom, left is null && known.Record is null ? null : known with { Traits = left });
    }
}
