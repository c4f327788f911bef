namespace OmniChannel.Engagement.State;

/// <summary>
/// What facts do to the rows of profiles. An empty row stays: a row that was removed and not yet written would be read from the store again.
/// </summary>
internal static class ProfileFold
{
    public static void Apply(StateRows<ProfileState> profiles, ProfileImported fact, CustomerRecord record)
    {
        var known = profiles.Find(fact.Atom);
        profiles.Set(fact.Atom, (known ?? Empty(fact.Atom)) with { Source = fact.Source, Record = record, At = fact.Time, ForgottenAsOf = null });
    }

    public static void Apply(StateRows<ProfileState> profiles, TraitsChanged fact, ImmutableArray<Trait> traits)
    {
        var known = profiles.Find(fact.Atom) ?? Empty(fact.Atom);
        var told = traits.Select(t => new TraitState { Source = fact.Source, Trait = t }).ToList();
        var left = fact.IsTakenBack ? TraitSet.Without(known.Traits, told) : TraitSet.With(known.Traits, told);
        profiles.Set(fact.Atom, known with { Traits = left });
    }

    public static void Apply(StateRows<ProfileState> profiles, ProfileRemoved fact) =>
        Remove(profiles, profiles.Find(fact.Atom) ?? Empty(fact.Atom));

    public static void Apply(StateRows<ProfileState> profiles, DeviceChanged fact, CustomerDevice device)
    {
        var known = profiles.Find(fact.Atom) ?? Empty(fact.Atom);
        profiles.Set(fact.Atom, known with { Devices = fact.IsGone ? DeviceSet.Without(known.Devices, device.Id) : DeviceSet.With(known.Devices, device) });
    }

    private static void Remove(StateRows<ProfileState> profiles, ProfileState known) =>
        profiles.Set(known.Atom, known with { Source = "", Record = null, At = default, ForgottenAsOf = known.Record?.ChangedAt });

    private static ProfileState Empty(long atom) => new() { Atom = atom, At = default };
}
