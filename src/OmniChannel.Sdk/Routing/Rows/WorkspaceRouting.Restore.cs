using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing.Rows;

internal sealed partial class WorkspaceRouting
{
    private readonly Dictionary<AgentId, AgentHandle> _handles = [];
    private readonly List<AgentId> _ids = [];
    private readonly Dictionary<long, WorkHandle> _works = [];
    private RoutingCore? _core;

    // The core as the rows have it. Nothing that it decides depends on the numbers it gives to agents and work.
    private RoutingCore Core(DateTimeOffset now)
    {
        if (_core is not null)
        {
            return _core;
        }

        var core = new RoutingCore(_setup.Options);
        _handles.Clear();
        _ids.Clear();
        _works.Clear();
        foreach (var agent in Agents.Values.OrderBy(a => a.Turn).ThenBy(a => a.IdleSince).ThenBy(a => a.Profile.Id.Value, StringComparer.Ordinal))
        {
            var handle = Add(core, agent.Profile);
            core.Restore(
                handle,
                _setup.Presence(agent.Profile, agent.Presence),
                CoreTime.Of(agent.IdleSince),
                agent.Turn == 0 ? core.RowOf(handle).Turn : agent.Turn);
            core.RestoreBreaks(handle, agent.Heavy, MaybeOf(agent.ReliefUntil), MaybeOf(agent.Profile.ShiftEnd), agent.ShiftOver);
        }

        foreach (var item in Items.Values.Where(IsLive).OrderBy(i => i.Order).ThenBy(i => i.CreatedAt).ThenBy(i => i.Id))
        {
            Restore(core, item);
        }

        for (var queue = 0; queue < _setup.Options.Queues.Count; queue++)
        {
            if (_memory.Served(_setup.QueueAt(queue)) is { } served)
            {
                core.Restore(queue, CoreTime.Of(served.Last), served.Gap, served.Count);
            }
        }

        for (var skill = 0; core.LearnsPrices && skill < _setup.Options.Skills.Count; skill++)
        {
            core.RestoreScarcity(skill, _memory.Scarcity(_setup.Options.Skills[skill]));
        }

        core.RestoreWindow(MaybeOf(_memory.Window));
        core.Restored(CoreTime.Of(now));
        return _core = core;
    }

    private static long MaybeOf(DateTimeOffset? at) => at is { } moment ? CoreTime.Of(moment) : long.MaxValue;

    private AgentHandle Add(RoutingCore core, AgentProfile profile)
    {
        var handle = core.AddAgent(_setup.Agent(profile));
        _handles[profile.Id] = handle;
        _ids.Add(profile.Id);
        return handle;
    }

    private void Restore(RoutingCore core, WorkItemSnapshot item)
    {
        // A queue that is not there any more: the default one has its work.
        var queue = _setup.HasQueue(item.Queue) ? _setup.Queue(item.Queue) : 0;
        var known = queue == 0 && !_setup.HasQueue(item.Queue) ? item with { Queue = _setup.QueueAt(0) } : item;
        var phase = PhaseOf(item);
        var plan = Plan(core, queue, item.Medium, item.Team);
        var holder = phase == WorkPhase.Reserved ? item.Preferred : phase >= WorkPhase.Assigned ? item.Agent : default;
        var row = new WorkRow
        {
            Tag = item.Id.Value,
            Since = CoreTime.Of(item.CreatedAt),
            Epoch = (int)item.Epoch,
            Agent = HandleOf(holder).Index,
            Queue = queue,
            Plan = plan,
            Stage = Math.Clamp(item.Ring, 0, core.Catalogue.Plan(plan).Stages.Length - 1),
            Class = (short)_setup.Class(known),
            Phase = (byte)phase,
            Sequence = item.Order,
            QueuedAt = CoreTime.Of(item.QueuedAt),
            Until = item.Until is { } until ? CoreTime.Of(until) : item.Offers is [var offer, ..] ? CoreTime.Of(offer.ExpiresAt) : long.MaxValue,
            PreferredUntil = item.PreferredUntil is { } preferred ? CoreTime.Of(preferred) : long.MinValue,
            Due = long.MaxValue,
            Preferred = HandleOf(item.Preferred).Index,
            Refusals = item.Refusals,
            Flags = item.Heavy ? WorkRow.Heavy : (byte)0,
        };
        _works[item.Id.Value] = core.Restore(
            row, item.Offers.Select(o => HandleOf(o.Agent).Index), item.Cooldowns.Select(c => (HandleOf(c.Agent).Index, CoreTime.Of(c.Until))));
    }

    private AgentHandle HandleOf(AgentId agent) => !agent.IsEmpty && _handles.TryGetValue(agent, out var handle) ? handle : AgentHandle.None;

    private AgentId IdOf(int agent) => agent < 0 ? default : _ids[agent];

    private int Plan(RoutingCore core, int queue, ChannelMedium medium, string? team) =>
        core.Compile(_setup.Requirement(queue, _setup.Channel(medium), team));

    private static WorkPhase PhaseOf(WorkItemSnapshot item) => item.Phase != WorkPhase.Gone ? item.Phase : item.Status switch
    {
        WorkStatus.Offered => WorkPhase.Offered,
        WorkStatus.Assigned => WorkPhase.Assigned,
        WorkStatus.WrapUp => WorkPhase.WrapUp,
        _ => WorkPhase.Waiting,
    };
}
