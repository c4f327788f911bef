namespace OmniChannel.Simulation.Scenarios;

/// <summary>What a scenario's values must be. The first that is wrong is named with its path.</summary>
internal static class ScenarioRules
{
    private const long MostAgents = 1_000_000;
    private const int MostWeights = 16;

    public static void Check(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Range("replications", scenario.Replications, 1, 100_000);
        Range("arrivals", scenario.Arrivals, 1, 10_000_000_000);
        Range("warmup", scenario.Warmup, 0, 10_000_000_000);
        if (scenario.Horizon is { } horizon)
        {
            Above("horizon", horizon, 0);
        }

        Range("queueLimit", scenario.QueueLimit ?? 0, 0, int.MaxValue);
        Range("lines", scenario.Lines ?? 1, 1, int.MaxValue);
        Policy(scenario);

        Each(scenario.ServiceLevelTimes, "serviceLevelTimes", (path, time) => AtLeast(path, time, 0));
        Names("classes", scenario.Classes.Select(c => c.Name).ToList());
        ChannelRules.Check(scenario);
        if (scenario.Channels.Count + scenario.Classes.Where(c => c.Channel is null).Select(c => c.Weight).Distinct().Count() > MostWeights)
        {
            throw new ScenarioException("classes", $"must not have more than {MostWeights} different weights and channels");
        }

        Names("agents", scenario.Agents.Select(g => g.Name).ToList());
        Each(scenario.Agents, "agents", (path, group) => Group(path, group, scenario));
        if (scenario.Agents.Sum(g => (long)g.Count) is < 1 or > MostAgents)
        {
            throw new ScenarioException("agents", $"must have at least 1 agent in all, at most {MostAgents}");
        }

        Each(scenario.Classes, "classes", (path, work) => Class(path, work, scenario));
        if (scenario.Classes.All(c => c.Rate == 0 && c.Arrivals.Kind is (ArrivalKind.Poisson or ArrivalKind.DoublyStochastic)))
        {
            throw new ScenarioException("classes[0].rate", "must be above 0 for at least one class");
        }
    }

    private static void Policy(Scenario scenario)
    {
        var policy = scenario.Policy;
        if (!Engine.PolicyCatalog.Names.Contains(policy.Kind))
        {
            throw new ScenarioException("policy", $"'{policy.Kind}' is not known; known: {string.Join(", ", Engine.PolicyCatalog.Names)}");
        }

        Above("policy.window", policy.Window, 0);
        AtLeast("policy.waitWeight", policy.WaitWeight, 0);
        AtLeast("policy.idleWeight", policy.IdleWeight, 0);
        AtLeast("policy.learnedPrice", policy.LearnedPrice, 0);
        Above("policy.learningRate", policy.LearningRate, 0);
        if (policy.LearningRate > 1)
        {
            throw new ScenarioException("policy.learningRate", "must be at most 1");
        }

        if (policy is { LearnedPrice: > 0, MaxPrice: not null })
        {
            throw new ScenarioException("policy.maxPrice", "cannot be together with learnedPrice");
        }

        if (policy.Prices.Keys.FirstOrDefault(name => !scenario.Agents.Any(g => g.Skills.ContainsKey(name))) is { } unknown)
        {
            throw new ScenarioException($"policy.prices.{unknown}", $"no agent group holds '{unknown}'");
        }
    }

    /// <summary>A duration that can be drawn.</summary>
    public static void Duration(string path, DurationModel? model)
    {
        if (model is null)
        {
            return;
        }

        if (model.Kind == DurationKind.Empirical)
        {
            NotEmpty($"{path}.values", model.Values.Count);
            Each(model.Values, $"{path}.values", (item, value) => AtLeast(item, value, 0));
            return;
        }

        Above($"{path}.mean", model.Mean, 0);
        Above($"{path}.cv", model.Cv, 0);
    }

    private static void Class(string path, WorkClass work, Scenario scenario)
    {
        Arrivals(path, work, scenario);
        Each(work.Skills, $"{path}.skills", (_, skill) => Range($"{path}.skills.{skill.Key}", skill.Value, 1, 1000));
        Duration($"{path}.patience", work.Patience);
        Duration($"{path}.service", work.Service);
        Duration($"{path}.wrapUp", work.WrapUp);
        ChannelRules.Offer($"{path}.offer", work.Offer);
        Range($"{path}.priority", work.Priority, -1000, 1000);
        Range($"{path}.weight", work.Weight, 1, 255);
        AtLeast($"{path}.ageing", work.Ageing, 0);
        AtLeast($"{path}.target", work.Target ?? 0, 0);
        Above($"{path}.cost", work.Cost, 0);
        AtLeast($"{path}.exponent", work.Exponent, 1);
        Above($"{path}.ratio", work.Ratio, 0);
        if (work.Retrial is { } retrial)
        {
            AtLeast($"{path}.retrial.probability", retrial.Probability, 0);
            if (retrial.Probability >= 1)
            {
                throw new ScenarioException($"{path}.retrial.probability", "must be below 1, or contacts may never leave");
            }

            Above($"{path}.retrial.rate", retrial.Rate, 0);
        }

        Served(path, work, scenario);
    }

    private static void Arrivals(string path, WorkClass work, Scenario scenario)
    {
        var process = work.Arrivals;
        switch (process.Kind)
        {
            case ArrivalKind.Piecewise:
                NotEmpty($"{path}.arrivals.steps", process.Steps.Count);
                Increasing($"{path}.arrivals.steps", "at", process.Steps.Select(s => s.At).ToList(), process.Steps[0].At == 0, "must begin at 0");
                Each(process.Steps, $"{path}.arrivals.steps", (item, step) => AtLeast($"{item}.rate", step.Rate, 0));
                if (process.Period is { } period)
                {
                    Above($"{path}.arrivals.period", period, process.Steps[^1].At);
                }

                var last = process.Period is null ? process.Steps[^1].Rate : process.Steps.Max(s => s.Rate);
                if (last <= 0 && (process.Period is not null || scenario.Horizon is null))
                {
                    throw new ScenarioException($"{path}.arrivals.steps", "must not end without arrivals, unless there is a horizon");
                }

                break;
            case ArrivalKind.Replay:
                NotEmpty($"{path}.arrivals.times", process.Times.Count);
                Increasing($"{path}.arrivals.times", null, process.Times, process.Times[0] >= 0, "must not begin before 0");
                break;
            default:
                AtLeast($"{path}.rate", work.Rate, 0);
                Above($"{path}.arrivals.interval", process.Interval, 0);
                Above($"{path}.arrivals.cv", process.Cv, 0);
                break;
        }
    }

    /// <summary>Somebody must be able to serve a class, or its contacts wait for ever.</summary>
    private static void Served(string path, WorkClass work, Scenario scenario)
    {
        Asked(path, work.Skills, work.Groups, scenario, last: work.Rings.Count == 0);
        for (var r = 0; r < work.Rings.Count; r++)
        {
            var ring = $"{path}.rings[{r}]";
            Above($"{ring}.after", work.Rings[r].After, r == 0 ? 0 : work.Rings[r - 1].After);
            Each(work.Rings[r].Skills, $"{ring}.skills", (_, skill) => Range($"{ring}.skills.{skill.Key}", skill.Value, 1, 1000));
            Asked(ring, work.Rings[r].Skills, work.Rings[r].Groups, scenario, last: r == work.Rings.Count - 1);
        }

        if (!scenario.Agents.Any(g => g.Count > 0 && Engine.Plan.CanServe(scenario, g, work)))
        {
            throw new ScenarioException(path, $"no agent can serve class '{work.Name}': skills, groups and capacity leave nobody");
        }
    }

    /// <summary>Groups must be there, and skills known; at the last, somebody must hold them.</summary>
    private static void Asked(
        string path, IReadOnlyDictionary<string, int> skills, IReadOnlyList<string>? groups, Scenario scenario, bool last)
    {
        foreach (var (name, index) in (groups ?? []).Select((name, index) => (name, index)))
        {
            if (scenario.Agents.All(g => g.Name != name))
            {
                throw new ScenarioException($"{path}.groups[{index}]", $"there is no agent group '{name}'");
            }

            if (groups!.Take(index).Contains(name))
            {
                throw new ScenarioException($"{path}.groups[{index}]", $"'{name}' is listed twice");
            }
        }

        var missing = skills.FirstOrDefault(s => scenario.Agents.All(g => g.Skills.GetValueOrDefault(s.Key) < (last ? s.Value : 1)));
        if (missing.Key is not null)
        {
            throw new ScenarioException($"{path}.skills.{missing.Key}", $"no agent group holds '{missing.Key}' at level {(last ? missing.Value : 1)} or above");
        }
    }

    private static void Group(string path, AgentGroup group, Scenario scenario)
    {
        Range($"{path}.count", group.Count, 0, MostAgents);
        Range($"{path}.capacity", group.Capacity, 1, 255);
        Above($"{path}.serviceRate", group.ServiceRate, 0);
        Each(group.Skills, $"{path}.skills", (_, skill) => Range($"{path}.skills.{skill.Key}", skill.Value, 1, 1000));
        foreach (var (name, rate) in group.ServiceRates)
        {
            if (scenario.Classes.All(c => c.Name != name))
            {
                throw new ScenarioException($"{path}.serviceRates.{name}", $"there is no class '{name}'");
            }

            Above($"{path}.serviceRates.{name}", rate, 0);
        }

        if (group.Shifts is { } shifts)
        {
            NotEmpty($"{path}.shifts", shifts.Count);
            Each(shifts, $"{path}.shifts", (item, shift) => Above($"{item}.to", shift.To, shift.From));
            for (var i = 0; i < shifts.Count; i++)
            {
                AtLeast($"{path}.shifts[{i}].from", shifts[i].From, i == 0 ? 0 : shifts[i - 1].To);
            }
        }
    }

    internal static void Names(string path, List<string> names)
    {
        NotEmpty(path, names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            if (names.IndexOf(names[i]) < i)
            {
                throw new ScenarioException($"{path}[{i}].name", $"'{names[i]}' is used twice");
            }
        }
    }

    private static void Increasing(string path, string? key, IReadOnlyList<double> times, bool beginsWell, string reason)
    {
        var suffix = key is null ? "" : "." + key;
        if (!beginsWell)
        {
            throw new ScenarioException($"{path}[0]{suffix}", reason);
        }

        for (var i = 1; i < times.Count; i++)
        {
            if (times[i] < times[i - 1] || (key is not null && times[i] == times[i - 1]))
            {
                throw new ScenarioException($"{path}[{i}]{suffix}", "must not come before the one above it");
            }
        }
    }

    internal static void Each<T>(IEnumerable<T> items, string path, Action<string, T> check)
    {
        var index = 0;
        foreach (var item in items)
        {
            check($"{path}[{index++}]", item);
        }
    }

    private static void NotEmpty(string path, int count)
    {
        if (count == 0)
        {
            throw new ScenarioException(path, "must not be empty");
        }
    }

    internal static void Range(string path, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            throw new ScenarioException(path, FormattableString.Invariant($"must be from {least} to {most}, is {value}"));
        }
    }

    internal static void Above(string path, double value, double least)
    {
        if (!(value > least) || !double.IsFinite(value))
        {
            throw new ScenarioException(path, FormattableString.Invariant($"must be above {least}, is {value}"));
        }
    }

    internal static void AtLeast(string path, double value, double least)
    {
        if (!(value >= least) || !double.IsFinite(value))
        {
            throw new ScenarioException(path, FormattableString.Invariant($"must be at least {least}, is {value}"));
        }
    }
}
