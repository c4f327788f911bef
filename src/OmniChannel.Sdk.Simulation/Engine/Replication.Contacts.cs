using OmniChannel.Routing;
using OmniChannel.Simulation.Statistics;

namespace OmniChannel.Simulation.Engine;

/// <summary>What a contact goes through: it comes, waits or is blocked, is served or gives up.</summary>
internal sealed partial class Replication
{
    private void Attempt(int workClass, double now, int section, long number, double service, double? patience, double endured = 0)
    {
        var tally = TallyOf(section, workClass);
        if (tally is not null)
        {
            tally.Arrivals++;
            tally.Retrials += number < 0 ? 1 : 0;
        }

        if (_contacts.Count - _left >= _scenario.Lines)
        {
            Block(workClass, now, section, tally, number);
            return;
        }

        var place = _contacts.Add();
        ref var contact = ref _contacts[place];
        contact.ArrivedAt = now;
        contact.Number = number;
        contact.Section = section;
        contact.Class = workClass;
        contact.Agent = -1;
        contact.Busy = false;
        contact.WrapsUp = false;
        contact.Waited = false;
        contact.Live = true;
        contact.Service = service;
        _waiting++;
        contact.Work = _floor.Enqueue(workClass, place, now);
        Follow(now);
        Explain(place, now);
        if (_contacts[place].Busy)
        {
            _delayed[workClass] = false;
            return;
        }

        // Who is offered waits, but not in the queue.
        if (_contacts[place].Agent < 0 && _waiting - _asked > _scenario.QueueLimit)
        {
            _floor.Cancel(_contacts[place].Work, now);
            _waiting--;
            _contacts.Remove(place);
            Follow(now);
            Block(workClass, now, section, tally, number);
            return;
        }

        Delay(workClass, tally);
        Wait(place, now, patience, endured);
    }

    private void Delay(int workClass, Tally? tally)
    {
        if (tally is not null && !_delayed[workClass])
        {
            tally.Runs++;
        }

        _delayed[workClass] = true;
    }

    private void Wait(int place, double now, double? patience, double endured)
    {
        ref var contact = ref _contacts[place];
        contact.Waited = true;
        if (patience is null && _plan.Classes[contact.Class].Patience is not null)
        {
            patience = _patiences[contact.Class].DrawAbove(endured);
        }

        if (patience is { } limit)
        {
            _calendar.Add(now + limit, Happening.Abandonment, place, contact.Stamp);
        }
    }

    private void Block(int workClass, double now, int section, Tally? tally, long number)
    {
        Delay(workClass, tally);
        if (tally is not null)
        {
            tally.Blocked++;
        }

        Left?.Invoke(new(number, workClass, now, double.NaN, now, -1, Departure.Blocked));
        MayReturn(workClass, now, section);
    }

    private void Start(int place, int agent, double now)
    {
        ref var contact = ref _contacts[place];
        var asked = contact.Agent >= 0;
        contact.Busy = true;
        contact.Agent = agent;
        contact.StartedAt = now;
        contact.TakenAt = asked ? contact.TakenAt : now;
        _asked -= asked ? 1 : 0;
        _waiting--;
        TallyOf(contact.Section, contact.Class)?.AddWait(now - contact.ArrivedAt, contact.Waited, served: true, _plan.Times);
        var work = double.IsNaN(contact.Service) ? _services[contact.Class].Draw() : contact.Service;
        var duration = work * _plan.Speed[(contact.Class * _plan.Groups.Length) + _plan.GroupOf[agent]];
        _calendar.Add(now + duration, Happening.Completion, place);
        if (contact.Waited && !asked)
        {
            Explain(place, now);
        }
    }

    private void Explain(int place, double now)
    {
        if (Watch is not null && Watch.Watches(_contacts[place]))
        {
            Watch.Decided(_contacts[place], _floor, now);
        }
    }

    private void Complete(int place, double now)
    {
        ref var contact = ref _contacts[place];
        Left?.Invoke(new(contact.Number, contact.Class, contact.ArrivedAt, contact.StartedAt, now, contact.Agent, Departure.Served));
        if (_plan.Classes[contact.Class].WrapUp is null)
        {
            Free(place, now);
            return;
        }

        contact.WrapsUp = true;
        _left++;
        _calendar.Add(now + _wrapUps[contact.Class].Draw(), Happening.WrapUpEnds, place);
    }

    /// <summary>The agent has finished, the wrap-up included.</summary>
    private void Free(int place, double now)
    {
        ref var contact = ref _contacts[place];
        _clock.Finished(contact, now);
        _left -= contact.WrapsUp ? 1 : 0;
        _floor.Complete(contact.Work, now);
        _contacts.Remove(place);
        Follow(now);
    }

    private void GiveUp(int place, double now)
    {
        // What is due at this very time comes first: it may give this contact to somebody.
        _floor.Advance(now);
        Follow(now);
        ref var contact = ref _contacts[place];
        if (contact.Busy)
        {
            return;
        }

        _floor.Cancel(contact.Work, now);
        Unask(place, now);
        _waiting--;
        TallyOf(contact.Section, contact.Class)?.AddWait(now - contact.ArrivedAt, contact.Waited, served: false, _plan.Times);
        Left?.Invoke(new(contact.Number, contact.Class, contact.ArrivedAt, double.NaN, now, -1, Departure.Abandoned));
        var (workClass, section) = (contact.Class, contact.Section);
        _contacts.Remove(place);
        Follow(now);
        MayReturn(workClass, now, section);
    }

    /// <summary>Contacts that nobody is left to serve, after the last entry of the calendar.</summary>
    private void Leftovers(double now)
    {
        for (var place = 0; place < _contacts.Places; place++)
        {
            ref var contact = ref _contacts[place];
            if (contact.Live && !contact.WrapsUp)
            {
                TallyOf(contact.Section, contact.Class)?.AddWait(now - contact.ArrivedAt, contact.Waited, served: false, _plan.Times);
                Left?.Invoke(new(contact.Number, contact.Class, contact.ArrivedAt, double.NaN, now, -1, Departure.Abandoned));
            }
        }
    }

    private void MayReturn(int workClass, double now, int section)
    {
        if (_plan.Classes[workClass].Retrial is { } retrial && _retries.Uniform() <= retrial.Probability)
        {
            _away++;
            _calendar.Add(now + (_retries.Exponential() / retrial.Rate), Happening.Retry, workClass, section);
        }
    }

    private void Come(int group, double now)
    {
        _clock.Overtime(group, now);
        _clock.Units((double)_plan.Groups[group].Count * _plan.Groups[group].Capacity, now);
        _onShift[group] = true;
        for (var agent = _plan.FirstAgent[group]; agent < _plan.FirstAgent[group + 1]; agent++)
        {
            _floor.Come(agent, now);
            Follow(now);
        }
    }

    private void Go(int group, double now)
    {
        _clock.Units(-(double)_plan.Groups[group].Count * _plan.Groups[group].Capacity, now);
        _onShift[group] = false;
        _shiftEnded[group] = now;
        for (var agent = _plan.FirstAgent[group]; agent < _plan.FirstAgent[group + 1]; agent++)
        {
            _floor.Go(agent, now);
            Follow(now);
        }
    }

    private Tally? TallyOf(int section, int workClass) => section < 0 ? null : _tallies[section][workClass];
}
