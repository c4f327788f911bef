using OmniChannel.Routing.Model;
using OmniChannel.Tests;

namespace OmniChannel.Routing.Core;

public sealed class RoutingCoreSoakTests
{
    private const int Agents = 8;
    private const int Queues = 4;

    // 10 M moves at OMNI_SCALE=10, with rings, holds, preferences and offers to several: no double assignment, no capacity breach, no lost work,
    // nobody idle for waiting work; then the same again.
    [Fact]
    public void Core_MillionsOfMoves_BreakNothingAndReplayBitForBit()
    {
        var moves = Scale.Of(10_000_000);
        var (_, tenth) = Run(moves, seed: 1, direct: false, replica: true);
        Assert.Equal(tenth, Run(moves / 10, seed: 1, direct: false, replica: false).Log);
    }

    [Fact]
    public void Core_DirectAssignment_BreaksNothing() => Run(Scale.Of(500_000), seed: 2, direct: true, replica: true);

    private static (ulong Log, ulong LogOfATenth) Run(int moves, int seed, bool direct, bool replica)
    {
        var random = new Random(seed);
        var options = Options(random, direct);
        var core = new RoutingCore(options);
        var copy = new RoutingCore(options);
        var watch = new FloorWatch(options);
        var facts = new WorkFacts();
        var (log, tenth, now) = (1UL, 0UL, 0L);
        for (var move = 0; move < moves; move++)
        {
            facts.Clear();
            now += random.Next(4);
            Act(core, watch, random, now, facts);
            foreach (ref readonly var fact in facts.Span)
            {
                watch.See(fact);
                log = fact.Mix(log);
                if (replica)
                {
                    copy.Apply(fact);
                }
            }

            tenth = move + 1 == moves / 10 ? log : tenth;
            watch.CheckNobodyIdlesForWaitingWork(now);
        }

        Assert.Equal(watch.Came, watch.Left + watch.Live.Count);
        Assert.All(watch.Live, w => Assert.NotEqual(WorkPhase.Gone, core.Item(w.Handle).Phase));
        Assert.Equal(watch.Live.Count(w => w.Waits), core.Waiting);
        Assert.True(watch.Left > moves / 20 && watch.Preferences > moves / 500, "work must have flowed");
        WorkFactKind[] kinds = [WorkFactKind.Relaxed, WorkFactKind.Held, WorkFactKind.Resumed, WorkFactKind.Returned, WorkFactKind.Transferred];
        Assert.All(kinds, kind => Assert.True(watch.Seen[(int)kind] > moves / 500, $"{kind} must have come"));
        if (replica)
        {
            Assert.Equal(core.StateHash(), copy.StateHash());
        }

        return (log, tenth);
    }

    private static void Act(RoutingCore core, FloorWatch watch, Random random, long now, WorkFacts facts)
    {
        var live = watch.Live.Count == 0 ? null : watch.Live[random.Next(watch.Live.Count)];
        var kind = random.Next(16);
        if (live is null || (kind < 5 && watch.Live.Count < 16))
        {
            core.Enqueue(Request(random, now), now, facts);
            return;
        }

        switch (kind)
        {
            case < 10 when live.Asked.Count > 0:
                var asked = new AgentHandle(live.Asked[random.Next(live.Asked.Count)]);
                var answer = random.Next(4) == 0
                    ? core.Decline(live.Handle, asked, RoutingCore.AnyEpoch, now, facts)
                    : core.Accept(live.Handle, asked, RoutingCore.AnyEpoch, now, facts);
                break;
            case < 12:
                core.Complete(live.Handle, RoutingCore.AnyEpoch, now, facts);
                break;
            case 12:
                core.Cancel(live.Handle, now, facts);
                break;
            case 13:
                core.Transfer(live.Handle, Move(random, now), RoutingCore.AnyEpoch, now, facts);
                break;
            case 14:
                core.Return(live.Handle, RoutingCore.AnyEpoch, now, facts);
                break;
            default:
                core.SetPresence(new(random.Next(Agents)), random.Next(4) > 0, now, facts);
                break;
        }
    }

    private static WorkRequest Request(Random random, long now) => new()
    {
        Queue = random.Next(Queues),
        Tag = now,
        Class = random.Next(2),
        Since = now - random.Next(3),
        NotBefore = random.Next(8) == 0 ? now + random.Next(12) : null,
        Preferred = random.Next(5) == 0 ? new(random.Next(Agents)) : null,
        PreferredUntil = now + random.Next(15),
    };

    private static WorkTransfer Move(Random random, long now) => new()
    {
        Queue = random.Next(Queues),
        Agent = random.Next(3) == 0 ? new(random.Next(Agents)) : null,
        AgentUntil = now + random.Next(9),
        NotBefore = random.Next(6) == 0 ? now + random.Next(9) : null,
    };

    private static RoutingOptions Options(Random random, bool direct) => new()
    {
        DirectAssign = direct,
        Skills = ["a", "b", "c"],
        Channels = [new() { Name = "call", Cost = 2 }, new() { Name = "chat" }],
        Classes = [new() { Name = "normal" }, new() { Name = "soon", Boost = 5 }],
        Queues = [.. Enumerable.Range(0, Queues).Select(q => new WorkQueueOptions
        {
            Name = $"q{q}",
            OfferTimeout = 40,
            DeclineCooldown = q * 7,
            ConcurrentOffers = 1 + (q % 3),
            Requirement = new()
            {
                Channel = q is 0 or 3 ? "call" : "chat",
                Required = q == 3 ? [] : [new() { Skill = "abc"[q].ToString(), Min = 1 + q }],
                Rings = q is 1 or 2 ? [new() { After = 6, Required = [new() { Skill = "abc"[q].ToString() }] }, new() { After = 14 }] : [],
            },
        })],
        Agents = [.. Enumerable.Range(0, Agents).Select(a => new WorkAgentOptions
        {
            Capacity = 1 + (a % 4),
            Skills = [.. "abc".Where((_, s) => (a + s) % 3 != 0).Select(s => new SkillLevel { Skill = s.ToString(), Level = 1 + random.Next(4) })],
        })],
    };
}
