using System.Runtime.ExceptionServices;
using OmniChannel.Simulation.Engine;
using OmniChannel.Simulation.Scenarios;
using OmniChannel.Simulation.Statistics;

namespace OmniChannel.Simulation;

/// <summary>Runs scenarios in virtual time on <see cref="Routing.RoutingCore"/>. Thread-safe; a run keeps its threads busy until it returns.</summary>
public static class Simulator
{
    /// <summary>Batches of a single run.</summary>
    private const int Batches = 20;

    /// <summary>Simulates a scenario.</summary>
    /// <exception cref="ScenarioException">A value is impossible; the message names its path.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SimulationResult Run(Scenario scenario, SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ScenarioRules.Check(scenario);
        return Run(new Plan(scenario), options ?? new(), cancellationToken);
    }

    internal static SimulationResult Run(Plan plan, SimulationOptions options, CancellationToken cancellationToken)
    {
        return Combine(plan, Units(plan, options, cancellationToken));
    }

    /// <summary>From the tallies, by unit and class, to estimates.</summary>
    internal static SimulationResult Combine(Plan plan, Tally[][] units)
    {
        var classes = plan.Classes.Select((work, c) => KeyValuePair.Create(
            work.Name, Of(plan, [.. units.Select(u => u[c])], plan.TypicalService[c], work.Patience is not null))).ToArray();
        var overall = Array.ConvertAll(units, unit => Sum(unit, plan.Times.Length));
        return new() { Scenario = plan.Scenario, Classes = classes, Overall = Of(plan, overall, plan.TypicalService.Max(), plan.Classes.Any(c => c.Patience is not null)) };
    }

    /// <summary>By replication, or by batch of the only one, the tallies of each class. Their order is not that of the threads.</summary>
    private static Tally[][] Units(Plan plan, SimulationOptions options, CancellationToken cancellationToken)
    {
        var replications = plan.Scenario.Replications;
        var units = new Tally[replications][][];
        var progress = options.Progress is { } watcher ? new ProgressSum(replications, watcher) : null;
        var sections = replications > 1 ? 1 : (int)Math.Min(Batches, plan.Scenario.Horizon is null ? plan.Scenario.Arrivals : Batches);
        try
        {
            Parallel.For(
                0,
                replications,
                new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancellationToken },
                r => units[r] = new Replication(plan, r, sections, progress?.For(r), cancellationToken).Run());
        }
        catch (AggregateException all) when (all.InnerExceptions[0] is ScenarioException or OperationCanceledException)
        {
            ExceptionDispatchInfo.Throw(all.InnerExceptions[0]);
        }

        // A batch that nothing came to, since the arrivals ended before, says nothing of how much batches differ.
        return replications > 1 ? [.. units.SelectMany(u => u)] : [.. units[0].Where((unit, i) => i == 0 || unit.Any(c => c.Arrivals > 0 || c.Staffed > 0))];
    }

    private static Tally Sum(Tally[] classes, int times)
    {
        var sum = new Tally(times);
        foreach (var tally in classes)
        {
            sum.Add(tally);
        }

        return sum;
    }

    private static Measures Of(Plan plan, Tally[] units, double service, bool givesUp) => new Estimator(units, plan.Scenario.Replications, service)
    {
        Blocks = plan.Scenario.Lines is not null || plan.Scenario.QueueLimit is not null,
        GivesUp = givesUp,
    }.Measures(plan.Times);
}
