namespace OmniChannel.Engagement.Inputs;

/// <summary>A source tells traits of a customer, or takes them back. They stay with the atom that the id names.</summary>
internal sealed record TraitCommand : CommandInput
{
    public required CustomerId Customer { get; init; }

    public required string Source { get; init; }

    public required IReadOnlyList<Trait> Traits { get; init; }

    public bool IsTakenBack { get; init; }

    public override IEnumerable<RowKey> Requires(WorkspaceState state) => [new(StateTable.Profiles, Customer.Value)];

    public override Decision Execute(Turn turn)
    {
        if (turn.State.Identity.Atoms.Find(Customer.Value) is null)
        {
            return Decision.No("customer.unknown");
        }

        var known = turn.State.Profiles.Find(Customer.Value)?.Traits ?? [];
        ImmutableArray<Trait> traits = IsTakenBack
            ? [.. known.Where(k => k.Source == Source && Traits.Any(t => IsSame(t, k.Trait))).Select(k => k.Trait)]
            : [.. Traits.Select(t => t with { At = t.At ?? turn.Now }).Where(t => !known.Contains(new() { Source = Source, Trait = t }))];
        if (traits.Length > 0)
        {
            turn.Subject = Customer.Value;
            turn.Emit(new TraitsChanged { Atom = Customer.Value, Source = Source, IsTakenBack = IsTakenBack }, new() { Traits = traits });
            PriorityStep.Reconsider(turn, turn.State.Identity.Resolve(Customer.Value));
        }

        return Decision.Yes();
    }

    private static bool IsSame(Trait asked, Trait known) => asked.Name == known.Name && asked.Value == known.Value && (asked.At is null || asked.At == known.At);
}
