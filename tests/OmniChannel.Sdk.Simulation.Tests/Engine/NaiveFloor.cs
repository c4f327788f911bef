using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Engine;

/// <summary>
/// A second simulator that shares nothing with the first but the scenario: System.Random, lists that are scanned, agents as objects. Slow
/// and plain; one run gives the mean wait, the share that waited, and the shares that gave up or were blocked, by class.
/// </summary>
internal sealed class NaiveFloor(Scenario scenario, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<(AgentGroup Group, double FreeAt, double IdleSince)> _agents =
        [.. scenario.Agents.SelectMany(g => Enumerable.Repeat((g, 0.0, 0.0), g.Count))];
    private readonly List<(int Class, double At, double Until, bool Counted)> _queue = [];
    private readonly List<(int Class, double Wait, bool Waited, bool Served)> _done = [];
    private readonly int[] _blocked = new int[scenario.Classes.Count];

    public (double PWait, double MeanWait, double PAbandon, double PBlock)[] Run()
    {
        var total = scenario.Classes.Sum(c => c.Rate);
        var now = 0.0;
        for (var n = 0; n < scenario.Warmup + scenario.Arrivals; n++)
        {
            now += -Math.Log(1 - _random.NextDouble()) / total;
            ServeUntil(now);
            Arrive(Pick(total), now, n >= scenario.Warmup);
        }

        ServeUntil(double.MaxValue);
        return [.. Enumerable.Range(0, scenario.Classes.Count).Select(Of)];
    }

    private (double PWait, double MeanWait, double PAbandon, double PBlock) Of(int workClass)
    {
        var mine = _done.Where(d => d.Class == workClass).ToList();
        return (mine.Average(d => d.Waited ? 1.0 : 0), mine.Average(d => d.Wait), mine.Average(d => d.Served ? 0.0 : 1),
            (double)_blocked[workClass] / (mine.Count + _blocked[workClass]));
    }

    private int Pick(double total)
    {
        var mark = _random.NextDouble() * total;
        var c = 0;
        while (mark > scenario.Classes[c].Rate && c < scenario.Classes.Count - 1)
        {
            mark -= scenario.Classes[c++].Rate;
        }

        return c;
    }

    private void Arrive(int c, double now, bool counted)
    {
        var work = scenario.Classes[c];
        var busy = _agents.Count(a => a.FreeAt > now);
        _queue.RemoveAll(q => q.Until <= now && Leave(q));
        var groups = work.Groups?.Select(g => new[] { g }) ?? [scenario.Agents.Select(g => g.Name).ToArray()];
        foreach (var names in groups)
        {
            var free = _agents.Select((a, i) => (a, i)).Where(x => x.a.FreeAt <= now && names.Contains(x.a.Group.Name) && Can(x.a.Group, work)).ToList();
            if (busy + _queue.Count < (scenario.Lines ?? int.MaxValue) && free.Count > 0)
            {
                Serve(free.MinBy(x => x.a.IdleSince).i, c, now);
                Done(c, 0, false, true, counted);
                return;
            }
        }

        if (busy + _queue.Count >= (scenario.Lines ?? int.MaxValue) || _queue.Count >= (scenario.QueueLimit ?? int.MaxValue))
        {
            _blocked[c] += counted ? 1 : 0;
            return;
        }

        _queue.Add((c, now, work.Patience is { } p ? now - (p.Mean * Math.Log(1 - _random.NextDouble())) : double.MaxValue, counted));
    }

    /// <summary>Everybody who gets free until then takes the best contact that is still there.</summary>
    private void ServeUntil(double end)
    {
        while (_queue.Count > 0)
        {
            var next = _agents.Select((a, i) => (a, i)).Where(x => x.a.FreeAt <= end && _queue.Any(q => Can(x.a.Group, scenario.Classes[q.Class])))
                .OrderBy(x => x.a.FreeAt).Select(x => x.i).DefaultIfEmpty(-1).First();
            if (next < 0)
            {
                return;
            }

            var (group, at, _) = _agents[next];
            _queue.RemoveAll(q => q.Until <= at && Leave(q));
            var fit = _queue.Where(q => Can(group, scenario.Classes[q.Class])).ToList();
            if (fit.Count == 0)
            {
                continue;
            }

            var best = fit.OrderByDescending(q => scenario.Classes[q.Class].Priority).ThenBy(q => q.At).First();
            _queue.Remove(best);
            Serve(next, best.Class, at);
            Done(best.Class, at - best.At, true, true, best.Counted);
        }
    }

    private bool Leave((int Class, double At, double Until, bool Counted) q)
    {
        Done(q.Class, q.Until - q.At, true, false, q.Counted);
        return true;
    }

    private void Serve(int agent, int c, double now)
    {
        var group = _agents[agent].Group;
        var end = now + (Draw(scenario.Classes[c].Service) / group.RateFor(scenario.Classes[c].Name));
        _agents[agent] = (group, end, end);
    }

    private double Draw(DurationModel model)
    {
        if (model.Kind == DurationKind.Exponential)
        {
            return -model.Mean * Math.Log(1 - _random.NextDouble());
        }

        var variance = Math.Log(1 + (model.Cv * model.Cv));
        var normal = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Sin(2 * Math.PI * _random.NextDouble());
        return model.Kind == DurationKind.Lognormal ? Math.Exp(Math.Log(model.Mean) - (variance / 2) + (Math.Sqrt(variance) * normal)) : model.Mean;
    }

    private void Done(int c, double wait, bool waited, bool served, bool counted)
    {
        if (counted)
        {
            _done.Add((c, wait, waited, served));
        }
    }

    private static bool Can(AgentGroup group, WorkClass work) => (work.Groups is null || work.Groups.Contains(group.Name))
        && work.Skills.All(s => group.Skills.GetValueOrDefault(s.Key) >= s.Value);
}
