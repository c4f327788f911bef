using System.Numerics;
using System.Runtime.CompilerServices;
using OmniChannel.Routing.Policies;
using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

public sealed partial class RoutingCore
{
    private const int Buckets = 9;
    private (int Traits, int Shapes) _fitted;

    private void Debit(int agent, int channel, int offers)
    {
        ref var row = ref _agents.Edit(agent);
        var info = _catalogue.Channels[channel];
        row.Load += info.Cost;
        row.HardLoad += info.Interruptible ? 0 : info.Cost;
        row.Counts[channel]++;
        row.Held |= 1 << channel;
        row.Offers += offers;
        row.IdleSince = _now;
        Settle(agent, ref row, moveLast: true);
    }

    private void Credit(int agent, int channel, int offers)
    {
        ref var row = ref _agents.Edit(agent);
        var info = _catalogue.Channels[channel];
        row.Load -= info.Cost;
        row.HardLoad -= info.Interruptible ? 0 : info.Cost;
        row.Offers -= offers;
        if (--row.Counts[channel] == 0)
        {
            row.Held &= ~(1 << channel);
        }

        if (row.Held == 0)
        {
            row.IdleSince = _now;
        }

        Settle(agent, ref row, moveLast: row.Held == 0 && !_keepsPlaces);
    }

    // Work of one channel goes on as work of another: the agent keeps the place in the line.
    private void Swap(int agent, int from, int to)
    {
        ref var row = ref _agents.Edit(agent);
        Carry(ref row, from, -1);
        Carry(ref row, to, 1);
        Settle(agent, ref row, moveLast: false);
    }

    private void Carry(ref AgentRow row, int channel, int items)
    {
        var info = _catalogue.Channels[channel];
        row.Load += items * info.Cost;
        row.HardLoad += info.Interruptible ? 0 : items * info.Cost;
        row.Counts[channel] = (byte)(row.Counts[channel] + items);
        row.Held = row.Counts[channel] == 0 ? row.Held & ~(1 << channel) : row.Held | (1 << channel);
    }

    private void TakeTurn(int agent)
    {
        if (_order.IsFull)
        {
            _order.Compact();
            SetAllBits();
        }

        _order.TakeTurn(agent);
        _agents.Edit(agent).Turn = ++_core.Edit(0).Turn;
    }

    // Takes the agent out of the order; the place stays until another is taken.
    private void CloseAgent(int agent, ref AgentRow row)
    {
        if (row.Open != 0)
        {
            ChangeBits(agent, row, row.Open, set: false);
            row.Open = 0;
            row.Bucket = None;
        }
    }

    // Puts the agent where they belong after a change. Who has room again enters at the end, unless places are kept while there is none.
    private void Settle(int agent, ref AgentRow row, bool moveLast)
    {
        var open = OpenOf(row);
        var bucket = open == 0 || _policy.Choice != AgentChoice.LeastLoaded ? None : BucketOf(row);
        var moves = _keepsPlaces ? moveLast : open != 0 && (moveLast || row.Open == 0);
        if (!moves && open == row.Open && bucket == row.Bucket)
        {
            return;
        }

        var was = row.Open;
        CloseAgent(agent, ref row);
        if (moves)
        {
            TakeTurn(agent);
        }

        if (was != open)
        {
            CountFree(row.Profile, was, -1);
            CountFree(row.Profile, open, 1);
        }

        if (open != 0)
        {
            row.Open = open;
            row.Bucket = bucket;
            ChangeBits(agent, row, open, set: true);
        }
    }

    private int BucketOf(in AgentRow row)
    {
        var capacity = _terms[row.Terms].Capacity;
        return capacity == 0 ? 0 : (int)Math.Min(Buckets - 1, (long)row.Load * (Buckets - 1) / capacity);
    }

    // Channels from which the agent can be given one more item.
    private int OpenOf(in AgentRow row)
    {
        if (row.Present == 0 || row.Closed != 0)
        {
            return 0;
        }

        var terms = _terms[row.Terms];
        return row.Offers >= terms.MaxOffers || terms.OnlyTakes ? 0 : RoomOf(row, terms);
    }

    // Channels from which the agent can take one more item themselves.
    private int RoomOf(int agent)
    {
        ref readonly var row = ref _agents.Read(agent);
        return row.Closed != 0 ? 0 : RoomOf(row, _terms[row.Terms]);
    }

    private int RoomOf(in AgentRow row, AgentTerms terms)
    {
        var open = row.Present;

        var channels = _catalogue.Channels;
        for (var held = row.Held; held != 0; held &= held - 1)
        {
            open &= channels[BitOperations.TrailingZeroCount(held)].Allowed;
        }

        for (var bits = open; bits != 0; bits &= bits - 1)
        {
            var channel = BitOperations.TrailingZeroCount(bits);
            var info = channels[channel];
            var load = info.Interrupts ? row.HardLoad : row.Load;
            if ((long)load + info.Cost > terms.Capacity || row.Counts[channel] >= Math.Min(info.Limit, terms.Limits[channel]))
            {
                open &= ~(1 << channel);
            }
        }

        return open;
    }

    private void ChangeBits(int agent, in AgentRow row, int open, bool set)
    {
        var slot = _order.SlotOf(agent);
        for (var bits = open; bits != 0; bits &= bits - 1)
        {
            Change(BitOperations.TrailingZeroCount(bits), slot, set);
        }

        if (row.Bucket != None)
        {
            Change(_catalogue.Channels.Length + row.Bucket, slot, set);
        }

        var traits = _catalogue.TraitFits.Row(row.Profile);
        for (var word = 0; word < traits.Length; word++)
        {
            for (var bits = traits[word]; bits != 0; bits &= bits - 1)
            {
                Change(_catalogue.FirstTraitRow + (word << 6) + BitOperations.TrailingZeroCount(bits), slot, set);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Change(int row, int slot, bool set)
    {
        if (set)
        {
            _order.Set(row, slot);
        }
        else
        {
            _order.Clear(row, slot);
        }
    }

    private void SetAllBits()
    {
        for (var agent = 0; agent < _agents.Count; agent++)
        {
            ref readonly var row = ref _agents.Read(agent);
            if (row.Open != 0)
            {
                ChangeBits(agent, row, row.Open, set: true);
            }
        }
    }

    // Channels for which the agent is there and of which one item could ever be given to them.
    private int There(in AgentRow row) =>
        (row.Closed & AgentRow.ShiftOver) != 0 || _terms[row.Terms].OnlyTakes ? 0 : row.Present & _terms[row.Terms].Channels;

    private void CountPresent(int profile, int before, int after)
    {
        if (before != after)
        {
            _skilled.Add(profile, before & ~after, -1);
            _skilled.Add(profile, after & ~before, 1);
            _core.Edit(0).Present += (after != 0 ? 1 : 0) - (before != 0 ? 1 : 0);
        }
    }

    private void CountFree(int profile, int channels, int by)
    {
        if (_explain && channels != 0)
        {
            _free.Add(profile, channels, by);
        }
    }

    // Makes room for agents and traits that are new, and rebuilds what is derived when there was none.
    private void FitCatalogue()
    {
        var rows = _catalogue.FirstTraitRow + _catalogue.Traits;
        if (_agents.Count > _agentRoom || rows > _traitRoom)
        {
            _agentRoom = Math.Max(_agentRoom, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, _agents.Count)));
            _traitRoom = Math.Max(_traitRoom, rows + 8);
        }
        else if (_fitted == (_catalogue.Traits, _catalogue.Shapes.Count))
        {
            _skilled.Fit();
            _free.Fit();
            return;
        }

        _fitted = (_catalogue.Traits, _catalogue.Shapes.Count);
        Rebuild();
    }

    private void Rebuild()
    {
        var byTurn = new int[_agents.Count];
        for (var agent = 0; agent < byTurn.Length; agent++)
        {
            byTurn[agent] = agent;
        }

        Array.Sort(byTurn, (left, right) => _agents.Read(left).Turn.CompareTo(_agents.Read(right).Turn));
        _order.Reset(_traitRoom, _agentRoom);
        foreach (var counts in (ShapeCounts[])[_skilled, _free])
        {
            counts.Fit();
            counts.Clear();
        }

        foreach (var agent in byTurn)
        {
            ref readonly var row = ref _agents.Read(agent);
            _order.TakeTurn(agent);
            _skilled.Add(row.Profile, There(row), 1);
            if (row.Open != 0)
            {
                CountFree(row.Profile, row.Open, 1);
                ChangeBits(agent, row, row.Open, set: true);
            }
        }

        RebuildTimers();
    }

    private void RebuildTimers()
    {
        FitLanes();
        for (var lane = 0; lane < _lanes.Count; lane++)
        {
            MarkLane(lane, _lanes.Read(lane).Head != None);
        }

        if (_hostKeepsTime)
        {
            return;
        }

        _timers.Clear(_now == long.MinValue ? 0 : _now);
        _timers.Set(WindowTimer, _core.Read(0).WindowUntil);
        for (var work = 0; work < _work.Count; work++)
        {
            SetTimer(work);
        }

        for (var agent = 0; agent < _agents.Count; agent++)
        {
            ref readonly var row = ref _agents.Read(agent);
            _timers.Set((agent * 2) + 2, Math.Min(row.ReliefUntil, row.ShiftEnd));
        }
    }
}
