using OmniChannel.Routing;

namespace OmniChannel.Simulation.Engine;

/// <summary>What the core decided comes to: contacts are served, or agents are asked and answer.</summary>
internal sealed partial class Replication
{
    // Contacts of classes without offers, where others have some: they are accepted at once.
    private readonly Queue<int> _atOnce = new();

    /// <summary>Does what the core just decided.</summary>
    private void Follow(double now)
    {
        foreach (ref readonly var fact in _floor.Facts)
        {
            var place = (int)fact.Tag;
            switch (fact.Kind)
            {
                case WorkFactKind.Assigned or WorkFactKind.Accepted:
                    Start(place, fact.Agent, now);
                    break;
                case WorkFactKind.Offered:
                    Ask(place, fact.Agent, now);
                    break;
                case WorkFactKind.Declined or WorkFactKind.Expired or WorkFactKind.Withdrawn:
                    Unask(place, now);
                    break;
            }
        }

        if (_floor.NextDue < _due)
        {
            _due = _floor.NextDue;
            _calendar.Add(_due > now ? _due : now + _floor.Tick, Happening.Due, 0);
        }

        while (_atOnce.TryDequeue(out var next))
        {
            _floor.Accept(_contacts[next].Work, _contacts[next].Agent, now);
            Follow(now);
        }
    }

    private void Ask(int place, int agent, double now)
    {
        ref var contact = ref _contacts[place];
        (contact.Agent, contact.TakenAt) = (agent, now);
        contact.Asked++;
        _asked++;
        if (contact.Waited)
        {
            Explain(place, now);
        }

        if (_plan.Classes[contact.Class].Offer is null)
        {
            _atOnce.Enqueue(place);
        }
        else if (_answers.Next(contact.Class) is { } answer)
        {
            _calendar.Add(now + answer.After, answer.Accepts ? Happening.Accept : Happening.Decline, place, contact.Asked);
        }
    }

    /// <summary>The offer is over, and the agent has the capacity back.</summary>
    private void Unask(int place, double now)
    {
        ref var contact = ref _contacts[place];
        if (contact.Agent >= 0)
        {
            _clock.Finished(contact, now);
            contact.Agent = -1;
            contact.Asked++;
            _asked--;
        }
    }

    private void Answer(in CalendarEntry entry, double now)
    {
        ref var contact = ref _contacts[entry.Subject];
        if (contact.Asked != entry.Stamp || !contact.Live)
        {
            return;
        }

        if (entry.Kind == Happening.Accept)
        {
            _floor.Accept(contact.Work, contact.Agent, now);
        }
        else
        {
            _floor.Decline(contact.Work, contact.Agent, now);
        }

        Follow(now);
    }
}
