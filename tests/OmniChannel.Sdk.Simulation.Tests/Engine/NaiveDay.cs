using OmniChannel.Simulation.Rehearsals;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Engine;

/// <summary>A day played by hand: looks at everything at every step. Nothing is drawn, so every contact must fare the same as in the simulation.</summary>
internal sealed class NaiveDay(Scenario scenario, RecordedDay day)
{
    private readonly List<(AgentGroup Group, double BusyUntil, int Turn)> _agents = [];
    private readonly List<int> _waiting = [];
    private readonly (double Wait, DayOutcome Outcome, string? Group)[] _result = new (double, DayOutcome, string?)[day.Contacts.Count];
    private int _turn;

    public (double Wait, DayOutcome Outcome, string? Group)[] Play()
    {
        foreach (var group in scenario.Agents)
        {
            for (var i = 0; i < group.Count; i++)
            {
                _agents.Add((group, 0, _turn++));
            }
        }

        var next = 0;
        while (true)
        {
            var arrival = next < day.Contacts.Count ? day.Contacts[next].At : double.MaxValue;
            var freed = _agents.Select((a, i) => (a.BusyUntil, i)).Where(x => x.BusyUntil > 0).DefaultIfEmpty((double.MaxValue, -1)).Min();
            var leaves = _waiting.Select(c => (GivesUp(c), c)).DefaultIfEmpty((double.MaxValue, -1)).Min();
            if (freed.Item2 < 0 && leaves.Item2 < 0 && next == day.Contacts.Count)
            {
                return _result;
            }

            if (freed.Item1 < Math.Min(arrival, leaves.Item1))
            {
                Free(freed.Item2, freed.Item1);
            }
            else if (leaves.Item1 < arrival)
            {
                _waiting.Remove(leaves.Item2);
                _result[leaves.Item2] = (leaves.Item1 - day.Contacts[leaves.Item2].At, DayOutcome.Abandoned, null);
            }
            else
            {
                Arrive(next++, arrival);
            }
        }
    }

    private void Arrive(int contact, double now)
    {
        var work = Class(contact);
        var busy = _agents.Count(a => a.BusyUntil > 0);
        IEnumerable<string?> order = work.Groups ?? (IEnumerable<string?>)new string?[] { null };
        var agent = order.Select(name => _agents.Select((a, i) => (a, i)).Where(x => x.a.BusyUntil == 0 && (name is null || x.a.Group.Name == name) && Can(x.a.Group, work))
            .OrderBy(x => x.a.Turn).Select(x => (int?)x.i).FirstOrDefault()).FirstOrDefault(i => i is not null);
        if (busy + _waiting.Count >= scenario.Lines || (agent is null && _waiting.Count >= scenario.QueueLimit))
        {
            _result[contact] = (0, DayOutcome.Blocked, null);
        }
        else if (agent is { } free)
        {
            Serve(free, contact, now);
        }
        else
        {
            _waiting.Add(contact);
        }
    }

    private void Free(int agent, double now)
    {
        var group = _agents[agent].Group;
        _agents[agent] = (group, 0, _turn++);
        var best = _waiting.Where(c => Can(group, Class(c))).OrderByDescending(c => Class(c).Priority).ThenBy(c => c).Select(c => (int?)c).FirstOrDefault();
        if (best is { } contact)
        {
            _waiting.Remove(contact);
            Serve(agent, contact, now);
        }
    }

    private void Serve(int agent, int contact, double now)
    {
        var group = _agents[agent].Group;
        _agents[agent] = (group, now + (day.Contacts[contact].Service!.Value / group.RateFor(day.Contacts[contact].Class)), _turn++);
        _result[contact] = (now - day.Contacts[contact].At, DayOutcome.Served, group.Name);
    }

    private double GivesUp(int contact) => day.Contacts[contact].Patience is { } p ? day.Contacts[contact].At + p : double.MaxValue;

    private WorkClass Class(int contact) => scenario.Classes.Single(c => c.Name == day.Contacts[contact].Class);

    private static bool Can(AgentGroup group, WorkClass work) => (work.Groups is null || work.Groups.Contains(group.Name))
        && work.Skills.All(s => group.Skills.GetValueOrDefault(s.Key) >= s.Value);
}
