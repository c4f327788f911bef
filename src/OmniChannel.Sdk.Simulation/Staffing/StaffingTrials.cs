using OmniChannel.Simulation.Engine;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Staffing;

/// <summary>
/// Simulates staffings and remembers them. All meet the same arrivals, services and patience, so that differences are those of the staffing.
/// While the interval holds the goal, replications are doubled, up to eight times as many.
/// </summary>
internal sealed class StaffingTrials(Scenario scenario, StaffingGoal goal, SimulationOptions options, CancellationToken cancellationToken)
{
    private const int MostDoublings = 3;
    private const int MostReplications = 100_000;
    private readonly Dictionary<string, (bool Meets, SimulationResult? Result)> _known = new(StringComparer.Ordinal);

    public List<StaffingStep> Tried { get; } = [];

    public bool Meets(int[] counts)
    {
        var key = string.Join(',', counts);
        if (!_known.TryGetValue(key, out var known))
        {
            var (step, result) = Try(counts);
            Tried.Add(step);
            _known.Add(key, known = (step.Meets, step.Meets ? result : null));
        }

        return known.Meets;
    }

    /// <summary>What a staffing that meets the goal was seen to do.</summary>
    public SimulationResult ResultOf(int[] counts) => _known[string.Join(',', counts)].Result!;

    public Scenario With(int[] counts) => scenario with
    {
        ServiceLevelTimes = [goal.Within],
        Agents = [.. scenario.Agents.Select((group, g) => group with { Count = counts[g] })],
    };

    private (StaffingStep Step, SimulationResult? Result) Try(int[] counts)
    {
        var with = With(counts);
        if (!with.Classes.All(work => with.Agents.Any(g => g.Count > 0 && Plan.CanServe(with, g, work))))
        {
            return (new() { Counts = [.. counts], Level = new() { Value = double.NaN, Ci999 = double.NaN }, Meets = false }, null);
        }

        for (var doublings = 0; ; doublings++)
        {
            var result = Simulator.Run(with with { Replications = Math.Min(MostReplications, scenario.Replications << doublings) }, options, cancellationToken);
            Measures[] scopes = goal.EachClass ? [.. result.Classes.Select(c => c.Value)] : [result.Overall];
            var counted = scopes.Where(m => !double.IsNaN(m.ServiceLevel[0].Share.Value)).DefaultIfEmpty(result.Overall).ToList();
            var level = counted.Select(m => m.ServiceLevel[0].Share).MinBy(e => e.Value);
            var abandoned = counted.Select(m => m.PAbandon).MaxBy(e => e.Value);
            var clear = !level.Covers(goal.Level) && (goal.MostAbandoned is not { } limit || !abandoned.Covers(limit));
            if (clear || doublings == MostDoublings)
            {
                var meets = level.Value >= goal.Level && !(abandoned.Value > goal.MostAbandoned);
                return (new() { Counts = [.. counts], Level = level, Meets = meets }, result);
            }
        }
    }
}
