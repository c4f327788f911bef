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

    /// <summary>How long a contact waits before it gives up; null: for ever.</summary>
    public DurationModel? Patience { get; init; }

    /// <summary>Names of the agent groups that serve it, in the order to try them; null: everybody with the skills, all alike.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>What a duration is drawn from, before it is divided by the agent's rate.</summary>
    public DurationModel Service { get; init; } = DurationModel.Unit;

    /// <summary>How many of an agent's units of capacity a contact takes.</summary>
    /// <value>Default 1.</value>
    public int Weight { get; init; } = 1;

    /// <summary>Whether blocked and impatient customers come back; null: they do not.</summary>
    public Retrial? Retrial { get; init; }
}
