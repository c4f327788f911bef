using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Staffing;

/// <summary>
/// Finds the fewest agents that reach a goal. With one group that may change the answer is the least, as more agents never serve less. With
/// several it is a staffing from which neither an agent less, nor two less and one more elsewhere, would do.
/// </summary>
public static class StaffingSearch
{
    private const int MostAgents = 100_000;

    /// <summary>Searches; the scenario's own numbers of agents are where it begins.</summary>
    /// <exception cref="ScenarioException">The scenario or the goal is impossible, or no number of agents reaches the goal.</exception>
    public static StaffingResult Run(Scenario scenario, StaffingGoal goal, SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ScenarioRules.Check(scenario);
        ArgumentNullException.ThrowIfNull(goal);
        var free = Free(scenario, goal);
        var trials = new StaffingTrials(scenario, goal, options ?? new(), cancellationToken);
        var counts = Enough(scenario, free, trials);
        Fewer(counts, free, trials);
        while (Exchange(counts, free, trials))
        {
            Fewer(counts, free, trials);
        }

        var found = trials.With(counts);
        return new() { Scenario = found, Result = trials.ResultOf(counts), Tried = trials.Tried };
    }

    private static int[] Free(Scenario scenario, StaffingGoal goal)
    {
        if (!(goal.Level > 0 && goal.Level < 1))
        {
            throw new ScenarioException("goal.level", "must be above 0 and below 1");
        }

        if (!(goal.Within >= 0) || !double.IsFinite(goal.Within))
        {
            throw new ScenarioException("goal.within", "must be at least 0");
        }

        if (goal.MostAbandoned is { } most && !(most > 0 && most < 1))
        {
            throw new ScenarioException("goal.mostAbandoned", "must be above 0 and below 1");
        }

        var names = scenario.Agents.Select(g => g.Name).ToList();
        if (goal.Groups.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw new ScenarioException("goal.groups", $"there is no agent group '{unknown}'");
        }

        return [.. names.Select((name, g) => (name, g)).Where(x => goal.Groups.Count == 0 || goal.Groups.Contains(x.name)).Select(x => x.g)];
    }

    /// <summary>The free groups grown in proportion until the goal is met, then shrunk in proportion as far as it still is.</summary>
    private static int[] Enough(Scenario scenario, int[] free, StaffingTrials trials)
    {
        var (low, high) = (0.0, 1.0);
        while (!trials.Meets(Scaled(scenario, free, high)))
        {
            (low, high) = (high, 2 * high);
            if (Scaled(scenario, free, high).Sum() > MostAgents)
            {
                throw new ScenarioException("goal", "no number of agents reaches it");
            }
        }

        while (Scaled(scenario, free, high).Sum() - Scaled(scenario, free, low).Sum() > free.Length)
        {
            var middle = (low + high) / 2;
            (low, high) = trials.Meets(Scaled(scenario, free, middle)) ? (low, middle) : (middle, high);
        }

        return Scaled(scenario, free, high);
    }

    private static int[] Scaled(Scenario scenario, int[] free, double factor) =>
        [.. scenario.Agents.Select((group, g) => free.Contains(g) ? (int)Math.Ceiling(Math.Max(1, group.Count) * factor) : group.Count)];

    /// <summary>Takes agents away, group by group, in steps that halve down to one.</summary>
    private static void Fewer(int[] counts, int[] free, StaffingTrials trials)
    {
        for (var step = Math.Max(1, free.Max(g => counts[g]) / 4); step >= 1; step /= 2)
        {
            for (var taken = true; taken;)
            {
                taken = false;
                foreach (var g in free)
                {
                    taken |= counts[g] >= step && Moves(counts, trials, (g, -step));
                }
            }
        }
    }

    /// <summary>Two agents less and one more in another group.</summary>
    private static bool Exchange(int[] counts, int[] free, StaffingTrials trials)
    {
        foreach (var more in free)
        {
            foreach (var first in free)
            {
                foreach (var second in free)
                {
                    var same = first == second;
                    if (more != first && more != second && first <= second && counts[first] >= (same ? 2 : 1) && counts[second] >= 1
                        && Moves(counts, trials, (more, 1), (first, -1), (second, -1)))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool Moves(int[] counts, StaffingTrials trials, params (int Group, int Change)[] changes)
    {
        var next = counts.ToArray();
        foreach (var (group, change) in changes)
        {
            next[group] += change;
        }

        if (!trials.Meets(next))
        {
            return false;
        }

        next.CopyTo(counts, 0);
        return true;
    }
}
