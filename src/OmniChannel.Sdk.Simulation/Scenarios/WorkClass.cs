namespace OmniChannel.Simulation.Scenarios;

/// <summary>Contacts of one kind.</summary>
public sealed record WorkClass
{
    /// <summary>Its name, which results are listed under.</summary>
    public required string Name { get; init; }

    /// <summary>Arrivals per unit of time.</summary>
    public double Rate { get; init; }

    /// <summary>The process of its arrivals.</summary>
    public ArrivalModel Arrivals { get; init; } = ArrivalModel.Poisson;

    /// <summary>Skills an agent must hold, with the least level.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = new Dictionary<string, int>();

    /// <summary>A larger number is more urgent.</summary>
    public int Priority { get; init; }

    /// <summary>Head start in waiting among classes of one priority.</summary>
    /// <value>Default 0; negative is a handicap.</value>
    public double Boost { get; init; }

    /// <summary>Urgency gained by a unit of waiting.</summary>
    /// <value>Default 1: first come, first served.</value>
    public double Ageing { get; init; } = 1;

    /// <summary>The wait within which it should be served: the one first due goes first, in place of boost and ageing. Null: none.</summary>
    public double? Target { get; init; }

    /// <summary>What waiting costs, for the policy <c>generalized-c-mu</c>.</summary>
    /// <value>Default 1.</value>
    public double Cost { get; init; } = 1;

    /// <summary>The exponent of that cost, from 1.</summary>
    /// <value>Default 2.</value>
    public double Exponent { get; init; } = 2;

    /// <summary>The part of all waiting that should be this class's, for the policy <c>queue-ratio</c>.</summary>
    /// <value>Default 1.</value>
    public double Ratio { get; init; } = 1;

    /// <summary>How what is asked of agents relaxes with the wait.</summary>
    public IReadOnlyList<Ring> Rings { get; init; } = [];

    /// <summary>How long a contact waits before it gives up; null: for ever.</summary>
    public DurationModel? Patience { get; init; }

    /// <summary>Names of the agent groups that serve it, in the order to try them; null: everybody with the skills, all alike.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>What a duration is drawn from, before it is divided by the agent's rate.</summary>
    public DurationModel Service { get; init; } = DurationModel.Unit;

    /// <summary>How many of an agent's units of capacity a contact takes, unless it names a channel.</summary>
    /// <value>Default 1.</value>
    public int Weight { get; init; } = 1;

    /// <summary>The name of its channel, whose weight and rules hold; null: none, with <see cref="Weight"/>.</summary>
    public string? Channel { get; init; }

    /// <summary>What an agent still does after the contact has left, with the capacity taken; not divided by the agent's rate. Null: nothing.</summary>
    public DurationModel? WrapUp { get; init; }

    /// <summary>How agents answer when it is offered to them; null: it goes to them at once.</summary>
    public OfferModel? Offer { get; init; }

    /// <summary>Whether blocked and impatient customers come back; null: they do not.</summary>
    public Retrial? Retrial { get; init; }
}
