using OmniChannel.Simulation.Engine;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Explanations;

/// <summary>One contact of a scenario's first replication, and why each decision about it was taken.</summary>
public sealed record ContactTrace
{
    /// <summary>The number of its arrival, from 1, warm-up included.</summary>
    public required long Number { get; init; }

    /// <summary>Its class.</summary>
    public required string Class { get; init; }

    /// <summary>When it came.</summary>
    public required double ArrivedAt { get; init; }

    /// <summary>What the routing core decided, in order: at its arrival, and when it stopped waiting.</summary>
    public required IReadOnlyList<ContactDecision> Decisions { get; init; }

    /// <summary>When it left.</summary>
    public required double LeftAt { get; init; }

    /// <summary>What became of it.</summary>
    public required Rehearsals.DayOutcome Outcome { get; init; }

    /// <summary>Simulates up to the contact's end.</summary>
    /// <exception cref="ScenarioException">The scenario is impossible, or has fewer contacts.</exception>
    public static ContactTrace Of(Scenario scenario, long number, CancellationToken cancellationToken = default)
    {
        ScenarioRules.Check(scenario);
        var plan = new Plan(scenario);
        var watch = new ContactWatch(plan, number - 1);
        _ = new Replication(plan, 0, 1, null, cancellationToken, explain: true) { Watch = watch, Left = watch.Leaves }.Run();
        if (watch.Last is not { } last)
        {
            throw new ScenarioException("contact", FormattableString.Invariant($"there is no contact {number} in the first replication"));
        }

        return new()
        {
            Number = number,
            Class = plan.Classes[last.Class].Name,
            ArrivedAt = last.ArrivedAt,
            Decisions = watch.Decisions,
            LeftAt = last.LeftAt,
            Outcome = last.Departure.Outcome(),
        };
    }
}
