namespace OmniChannel.Customers;

/// <summary>What is known of an atom: the record that it is, if it is one, and the set of traits observed on it.</summary>
internal sealed record ProfileState
{
    public required long Atom { get; init; }

    /// <summary>The source of the record; empty where there is none.</summary>
    public string Source { get; init; } = "";

    public CustomerRecord? Record { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When the record that was forgotten had been changed: a state of it from before is late.</summary>
    public DateTimeOffset? ForgottenAsOf { get; init; }

    /// <summary>In a fixed order that does not depend on when they came; null for none.</summary>
    public ImmutableArray<TraitState>? Traits { get; init; }

    /// <summary>By id; null for none.</summary>
    public ImmutableArray<CustomerDevice>? Devices { get; init; }
}
