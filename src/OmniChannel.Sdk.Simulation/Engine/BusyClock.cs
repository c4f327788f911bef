namespace OmniChannel.Simulation.Engine;

/// <summary>Capacity in use and present during the section that is counted now. Off before the warm-up ends and after the last arrival.</summary>
internal sealed class BusyClock(Plan plan, ContactPool contacts, bool[] onShift, double[] shiftEnded)
{
    private readonly double[] _busy = new double[plan.Classes.Length];
    private double _staffed;
    private double _since;
    private double _units;
    private double _unitsSince;
    private bool _on;

    /// <summary>Begins a section; what was counted before is forgotten.</summary>
    public void Begin(double now)
    {
        Array.Clear(_busy);
        _staffed = 0;
        _since = now;
        _unitsSince = now;
        _on = true;
    }

    /// <summary>Ends the section and says what was counted.</summary>
    public void End(double now, Statistics.Tally[] tallies)
    {
        for (var place = 0; place < contacts.Places; place++)
        {
            ref var contact = ref contacts[place];
            if (contact.Live && contact.Agent >= 0)
            {
                Finished(contact, now);
            }
        }

        Units(0, now);
        for (var c = 0; c < tallies.Length; c++)
        {
            tallies[c].Busy += _busy[c];
            tallies[c].Staffed += _staffed;
        }

        _on = false;
    }

    /// <summary>An agent's capacity came back, or the section ended while it was taken.</summary>
    public void Finished(in Contact contact, double now)
    {
        if (!_on)
        {
            return;
        }

        var weight = plan.Classes[contact.Class].Weight;
        _busy[contact.Class] += weight * (now - Math.Max(contact.TakenAt, _since));
        var group = plan.GroupOf[contact.Agent];
        if (!onShift[group])
        {
            _staffed += weight * (now - Math.Max(shiftEnded[group], Math.Max(contact.TakenAt, _since)));
        }
    }

    /// <summary>A group's next shift begins: what its agents still do since the last one was staffed until now, and is part of the shift from here on.</summary>
    public void Overtime(int group, double now)
    {
        for (var place = 0; _on && place < contacts.Places; place++)
        {
            ref var contact = ref contacts[place];
            if (contact.Live && contact.Agent >= 0 && plan.GroupOf[contact.Agent] == group && !onShift[group])
            {
                _staffed += plan.Classes[contact.Class].Weight * (now - Math.Max(shiftEnded[group], Math.Max(contact.TakenAt, _since)));
            }
        }
    }

    /// <summary>Capacity came or went.</summary>
    public void Units(double change, double now)
    {
        if (_on)
        {
            _staffed += _units * (now - _unitsSince);
        }

        _unitsSince = now;
        _units += change;
    }
}
