using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

public sealed partial class RoutingCore
{
    private readonly List<int> _asked = [];

    private bool HasOffer(in WorkRow row, int agent)
    {
        for (var at = row.Offer; at != None; at = _offers.Read(at).NextOfWork)
        {
            if (_offers.Read(at).Agent == agent)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBarred(in WorkRow row, int agent)
    {
        for (var at = row.Cooldown; at != None; at = _cooldowns.Read(at).Next)
        {
            if (_cooldowns.Read(at).Agent == agent && _cooldowns.Read(at).Until > _now)
            {
                return true;
            }
        }

        return row.Offer != None && HasOffer(row, agent);
    }

    private void AddOffer(int work, ref WorkRow row, int agent)
    {
        ref var core = ref _core.Edit(0);
        var offer = core.FreeOffer;
        if (offer == None)
        {
            offer = _offers.Add(default);
        }
        else
        {
            core.FreeOffer = _offers.Read(offer).NextOfWork;
        }

        ref var head = ref _agents.Edit(agent).Offer;
        _offers.Edit(offer) = new() { Work = work, Agent = agent, NextOfWork = row.Offer, NextOfAgent = head, PreviousOfAgent = None };
        if (head != None)
        {
            _offers.Edit(head).PreviousOfAgent = offer;
        }

        head = offer;
        row.Offer = offer;
    }

    private void RemoveOffer(ref WorkRow row, int agent)
    {
        var previous = None;
        var offer = row.Offer;
        while (_offers.Read(offer).Agent != agent)
        {
            previous = offer;
            offer = _offers.Read(offer).NextOfWork;
        }

        ref var core = ref _core.Edit(0);
        ref var gone = ref _offers.Edit(offer);
        if (previous == None)
        {
            row.Offer = gone.NextOfWork;
        }
        else
        {
            _offers.Edit(previous).NextOfWork = gone.NextOfWork;
        }

        if (gone.PreviousOfAgent == None)
        {
            _agents.Edit(agent).Offer = gone.NextOfAgent;
        }
        else
        {
            _offers.Edit(gone.PreviousOfAgent).NextOfAgent = gone.NextOfAgent;
        }

        if (gone.NextOfAgent != None)
        {
            _offers.Edit(gone.NextOfAgent).PreviousOfAgent = gone.PreviousOfAgent;
        }

        gone = new() { Work = None, Agent = None, NextOfWork = core.FreeOffer, NextOfAgent = None, PreviousOfAgent = None };
        core.FreeOffer = offer;
    }

    private void AddCooldown(ref WorkRow row, int agent, long until)
    {
        if (until == long.MinValue)
        {
            return;
        }

        ref var core = ref _core.Edit(0);
        var cooldown = core.FreeCooldown;
        if (cooldown == None)
        {
            cooldown = _cooldowns.Add(default);
        }
        else
        {
            core.FreeCooldown = _cooldowns.Read(cooldown).Next;
        }

        _cooldowns.Edit(cooldown) = new() { Until = until, Agent = agent, Next = row.Cooldown };
        row.Cooldown = cooldown;
    }

    private void RemoveCooldowns(ref WorkRow row, long until)
    {
        var keep = None;
        for (var at = row.Cooldown; at != None;)
        {
            ref var cooldown = ref _cooldowns.Edit(at);
            var next = cooldown.Next;
            if (cooldown.Until <= until)
            {
                ref var core = ref _core.Edit(0);
                cooldown = new() { Next = core.FreeCooldown };
                core.FreeCooldown = at;
            }
            else
            {
                cooldown.Next = keep;
                keep = at;
            }

            at = next;
        }

        row.Cooldown = keep;
    }

    // The agents whose offers were taken back; good until the next call.
    private List<int> WithdrawOffers(int work, int except, WorkFacts facts)
    {
        _asked.Clear();
        for (var at = _work.Read(work).Offer; at != None; at = _offers.Read(at).NextOfWork)
        {
            if (_offers.Read(at).Agent != except)
            {
                _asked.Add(_offers.Read(at).Agent);
            }
        }

        foreach (var agent in _asked)
        {
            Emit(Of(work, WorkFactKind.Withdrawn) with { Agent = agent, Until = long.MinValue }, facts);
        }

        return _asked;
    }
}
