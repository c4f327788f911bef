namespace OmniChannel.Simulation.Scenarios;

/// <summary>How agents answer when a contact is offered to them. An agent who is asked has the capacity taken; the contact still waits.</summary>
public sealed record OfferModel
{
    /// <summary>How long an answer takes; one that would come after <see cref="Expires"/> does not.</summary>
    /// <value>Default at once.</value>
    public DurationModel? Answer { get; init; }

    /// <summary>The chance that the answer is no.</summary>
    /// <value>Default 0.</value>
    public double Decline { get; init; }

    /// <summary>The chance that there is no answer.</summary>
    /// <value>Default 0.</value>
    public double NoAnswer { get; init; }

    /// <summary>When an offer runs out; null: never.</summary>
    public double? Expires { get; init; }

    /// <summary>For how long who declined or did not answer is not asked for that contact again.</summary>
    /// <value>Default 0: the same agent may be asked again at once.</value>
    public double Cooldown { get; init; }
}
