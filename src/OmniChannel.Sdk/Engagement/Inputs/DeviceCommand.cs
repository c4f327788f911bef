namespace OmniChannel.Engagement.Inputs;

/// <summary>A device of a customer was seen, or is gone. It stays with the atom that the id names.</summary>
internal sealed record DeviceCommand : CommandInput
{
    public required CustomerId Customer { get; init; }

    public required CustomerDevice Device { get; init; }

    public bool IsGone { get; init; }

    /// <summary>For a device that is gone, every row that may have it.</summary>
    public override IEnumerable<RowKey> Requires(WorkspaceState state) => Atoms(state).Select(a => new RowKey(StateTable.Profiles, a));

    public override Decision Execute(Turn turn)
    {
        if (turn.State.Identity.Atoms.Find(Customer.Value) is null)
        {
            return Decision.No("customer.unknown");
        }

        turn.Subject = Customer.Value;
        if (!IsGone)
        {
            var seen = Device with { SeenAt = Device.SeenAt ?? turn.Now };
            turn.Emit(new DeviceChanged { Atom = Customer.Value }, new() { Device = seen });
            return Decision.Yes();
        }

        var having = Atoms(turn.State).Where(a => turn.State.Profiles.Find(a)?.Devices?.Any(d => d.Id == Device.Id) == true).ToList();
        foreach (var atom in having)
        {
            turn.Emit(new DeviceChanged { Atom = atom, IsGone = true }, new() { Device = new() { Id = Device.Id } });
        }

        return having.Count > 0 ? Decision.Yes() : Decision.No("device.unknown");
    }

    private IReadOnlyList<long> Atoms(WorkspaceState state) => IsGone ? state.Identity.AtomsOf(state.Identity.Resolve(Customer.Value)) : [Customer.Value];
}
