using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

/// <summary>Steps on the core and on the naive router, compared after each.</summary>
internal sealed class RoutingCoreRun
{
    private static readonly string[] Channels = ["call", "chat", "mail"];
    private readonly NaiveRouter _naive;
    private readonly RoutingOptions _options;
    private readonly WorkRequirementOptions[] _requirements;
    private readonly int[] _handles;
    private readonly WorkFacts _facts = new();
    private long _now;

    public RoutingCoreRun(int seed, bool direct = false)
    {
        _options = RoutingWorld.Make(seed, direct);
        _requirements = [.. Enumerable.Range(0, 6).Select(i => RoutingWorld.Requirement(new Random(seed + i), Channels[i % 3]))];
        (Core, Replica) = (new(_options), new(_options));
        _handles = [.. _requirements.Select(Core.Compile)];
        Assert.Equal(_handles, _requirements.Select(Replica.Compile));
        _naive = new(_options);
    }

    public RoutingCore Core { get; }

    /// <summary>Only ever told the facts.</summary>
    public RoutingCore Replica { get; }

    /// <summary>The chained hash of all facts.</summary>
    public ulong Log { get; private set; } = 1;

    public int Waiting => _naive.Work.Values.Count(w => w.Phase == WorkPhase.Waiting);

    public void Step(RoutingMove move)
    {
        _now += move.Wait;
        Undo(move);
        _facts.Clear();
        _naive.Advance(_now);
        Core.Advance(_now, _facts);
        Act(move, _naive.Work.Values.Count == 0 ? null : _naive.Work.Values.ElementAt(move.Pick % _naive.Work.Count));
        _naive.Advance(_now);
        Compare();
        foreach (ref readonly var fact in _facts.Span)
        {
            Replica.Apply(fact);
            Log = fact.Mix(Log);
        }

        Core.Commit();
        Replica.Commit();
    }

    // What is rolled back leaves nothing behind: the comparison after the step would see it.
    private void Undo(RoutingMove move)
    {
        if (move.Detail % 9 == 0)
        {
            var (mark, hash) = (Core.Mark(), Core.StateHash());
            Core.Enqueue(new() { Queue = move.Pick % _options.Queues.Count, Requirement = _handles[move.Agent % _handles.Length] }, _now, _facts);
            Core.SetPresence(new(move.Agent % _naive.Agents.Count), move.Detail % 2 == 0, _now + 3, _facts);
            Core.Advance(_now + 40, _facts);
            Core.RollbackTo(mark);
            Assert.Equal(hash, Core.StateHash());
        }
    }

    private void Act(RoutingMove move, NaiveWork? work)
    {
        var agent = new AgentHandle(move.Agent % _naive.Agents.Count);
        switch (move.Kind % 12)
        {
            case <= 2:
                Enqueue(move);
                break;
            case 3:
                _naive.SetPresence(agent.Index, move.Detail % 5 is 0 ? 0 : 7 & (move.Detail | 2));
                Core.SetPresence(agent, move.Detail % 5 is 0 ? 0 : 7 & (move.Detail | 2), _now, _facts);
                break;
            case 4 when move.Detail % 4 == 0:
                _naive.SetShiftEnd(agent.Index, _now + (move.Detail * 3));
                Core.SetShiftEnd(agent, _now + (move.Detail * 3), _now, _facts);
                break;
            case 4 or 5 or 6 when work is { Phase: WorkPhase.Offered }:
                Answer(work, move);
                break;
            case 7 when work is not null && move.Detail % 3 == 0:
                _naive.Cancel(work);
                Expect(RoutingOutcome.Done, Core.Cancel(Handle(work), _now, _facts));
                break;
            case 7 when work is not null && move.Detail % 3 == 1:
                var (before, priority) = (Core.Item(Handle(work)), move.Agent % _options.Classes.Count);
                NaiveRouter.Prioritise(work, priority);
                Expect(before.Class == priority ? RoutingOutcome.Nothing : RoutingOutcome.Done, Core.Prioritise(Handle(work), priority, _now, _facts));
                break;
            case 8 when work is not null && move.Detail % 2 == 0:
                Transfer(work, move);
                break;
            case 9 when work is { Phase: WorkPhase.Assigned } && move.Detail % 2 == 0:
                _naive.Return(work);
                Expect(RoutingOutcome.Done, Core.Return(Handle(work), RoutingCore.AnyEpoch, _now, _facts));
                break;
            case >= 9 when work is { Phase: WorkPhase.Assigned or WorkPhase.WrapUp }:
                _naive.Complete(work);
                Expect(RoutingOutcome.Done, Core.Complete(Handle(work), RoutingCore.AnyEpoch, _now, _facts));
                break;
        }
    }

    private void Enqueue(RoutingMove move)
    {
        var own = move.Detail % 3 == 0;
        var request = new WorkRequest
        {
            Queue = move.Pick % _options.Queues.Count,
            Requirement = own ? _handles[move.Pick % _handles.Length] : 0,
            Class = move.Detail % 2 == 0 ? move.Agent % _options.Classes.Count : null,
            Since = move.Detail % 7 == 0 ? Math.Max(0, _now - move.Agent) : null,
            NotBefore = move.Detail % 11 == 0 ? _now + move.Agent : null,
            Preferred = move.Detail % 5 == 0 ? new(move.Agent % _naive.Agents.Count) : null,
            PreferredUntil = move.Detail % 10 == 0 ? _now + 9 : null,
            Heavy = move.Agent % 2 == 0,
            Tag = move.Agent,
        };
        var handle = Core.Enqueue(request, _now, _facts);
        _naive.Enqueue(handle, request, own ? _requirements[move.Pick % _handles.Length] : null);
    }

    private void Answer(NaiveWork work, RoutingMove move)
    {
        var agent = work.Offers[move.Agent % work.Offers.Count];
        var epoch = Core.Item(Handle(work)).Epoch;
        Expect(RoutingOutcome.Stale, Core.Accept(Handle(work), new(agent), epoch - 1, _now, _facts));
        if (move.Detail % 4 == 0)
        {
            _naive.Decline(work, agent);
            Expect(RoutingOutcome.Done, Core.Decline(Handle(work), new(agent), epoch, _now, _facts));
            return;
        }

        _naive.Accept(work, agent);
        Expect(RoutingOutcome.Done, Core.Accept(Handle(work), new(agent), epoch, _now, _facts));
        Assert.NotEqual(RoutingOutcome.Done, Core.Accept(Handle(work), new(agent), epoch, _now, _facts));
    }

    private void Transfer(NaiveWork work, RoutingMove move)
    {
        var to = new WorkTransfer
        {
            Queue = move.Detail % 4 == 0 ? move.Pick % _options.Queues.Count : null,
            Class = move.Detail % 6 == 0 ? move.Agent % _options.Classes.Count : null,
            Agent = move.Detail % 8 < 3 ? new(move.Agent % _naive.Agents.Count) : null,
            AgentUntil = move.Detail % 8 < 2 ? _now + 6 : null,
            NotBefore = move.Detail % 16 == 0 ? _now + (move.Agent % 8) : null,
        };
        _naive.Transfer(work, to);
        Expect(RoutingOutcome.Done, Core.Transfer(Handle(work), to, RoutingCore.AnyEpoch, _now, _facts));
    }

    private void Compare()
    {
        foreach (var work in _naive.Work.Values)
        {
            var item = Core.Item(Handle(work));
            if (item.Phase != work.Phase || item.Agent.Index != work.Agent || item.Queue != work.Queue || item.Ring != work.Stage
                || item.Class != work.Class || item.Since != work.Since || item.Refusals != work.Refusals)
            {
                Assert.Fail($"At {_now} work {work.Index} should be {work.Phase} at {work.Agent} in {work.Queue}/{work.Stage}, refused {work.Refusals}; it is {item}.{Facts()}");
            }
        }

        foreach (var agent in _naive.Agents)
        {
            var load = agent.Load.Sum(w => _options.Channels.First(c => c.Name == w.Requirement.Channel).Cost);
            var view = Core.Agent(new(agent.Index));
            if (view.Load != load || view.Offers != agent.Offers.Count || view.Present != agent.Present)
            {
                Assert.Fail($"At {_now} agent {agent.Index} should have load {load} and {agent.Offers.Count} offers; it is {view}.{Facts()}");
            }
        }

        if (Waiting != Core.Waiting || _naive.Unserved().Any())
        {
            Assert.Fail($"At {_now} {Waiting} should wait, {Core.Waiting} do; could be served: {_naive.Unserved().FirstOrDefault()}.{Facts()}");
        }
    }

    private string Facts() =>
        string.Concat(_facts.Span.ToArray().Select(f => $"\n{f.At} {f.Kind} work {f.Work} agent {f.Agent} queue {f.Queue} until {f.Until} value {f.Value}"));

    private static WorkHandle Handle(NaiveWork work) => new(work.Index, work.Generation);

    private static void Expect(RoutingOutcome expected, RoutingOutcome outcome)
    {
        if (expected != outcome)
        {
            Assert.Fail($"Expected {expected}, got {outcome}.");
        }
    }
}
