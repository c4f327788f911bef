namespace OmniChannel.Engagement.State;

/// <summary>
/// What facts do to the rows of profiles. An empty row stays: a row that was removed and not yet written would be read from the store again.
/// </summary>
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
        profiles.Set(fact.Atom, known with { Traits = left });
    }

    public static void Apply(StateRows<ProfileState> profiles, ProfileRemoved fact) =>
        profiles.Set(fact.Atom, new() { Atom = fact.Atom, At = default, Traits = profiles.Find(fact.Atom)?.Traits });
}
