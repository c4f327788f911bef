using OmniChannel.Routing.Model;
using OmniChannel.Tests;

namespace OmniChannel.Routing.Core;

public sealed class RoutingCoreSoakTests
{
    private const int Agents = 8;
    private const int Queues = 4;
    private static readonly int[] Cost = [2, 1];
    private static readonly int[] ChannelOf = [0, 1, 1, 0];

    // 10 M moves at OMNI_SCALE=10: no double assignment, no capacity breach, no lost work, nobody idle for waiting work; then the same again.
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
        var watch = Watch(options);
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

        Assert.Equal(watch.Came, watch.Left + watch.Live);
        Assert.True(watch.Left > moves / 10, "work must have flowed");
        Assert.All(watch.Work.Values, w => Assert.NotEqual(WorkPhase.Gone, core.Item(w.Handle).Phase));
        Assert.Equal(watch.Work.Values.Count(w => w.Agent < 0), core.Waiting);
        if (replica)
        {
            Assert.Equal(core.StateHash(), copy.StateHash());
        }

        return (log, tenth);
    }

    private static void Act(RoutingCore core, FloorWatch watch, Random random, long now, WorkFacts facts)
    {
        var live = watch.Live == 0 ? null : watch.Work.Values.ElementAt(random.Next(watch.Live));
        var kind = random.Next(16);
        if (live is null || (kind < 5 && watch.Live < 16))
        {
            core.Enqueue(new() { Queue = random.Next(Queues), Tag = now, Class = random.Next(2), Since = now - random.Next(3) }, now, facts);
            return;
        }

        switch (kind)
        {
            case < 10 when live.Offered && random.Next(4) == 0:
                core.Decline(live.Handle, new(live.Agent), RoutingCore.AnyEpoch, now, facts);
                break;
            case < 10 when live.Offered:
                core.Accept(live.Handle, new(live.Agent), RoutingCore.AnyEpoch, now, facts);
                break;
            case < 12:
                core.Complete(live.Handle, RoutingCore.AnyEpoch, now, facts);
                break;
            case 12:
                core.Cancel(live.Handle, now, facts);
                break;
            case 13:
                core.Transfer(live.Handle, new() { Queue = random.Next(Queues) }, RoutingCore.AnyEpoch, now, facts);
                break;
            case 14:
                core.Return(live.Handle, RoutingCore.AnyEpoch, now, facts);
                break;
            default:
                core.SetPresence(new(random.Next(Agents)), random.Next(4) > 0, now, facts);
                break;
        }
    }

    private static FloorWatch Watch(RoutingOptions options)
    {
        var fits = new bool[Queues, Agents];
        for (var queue = 0; queue < Queues; queue++)
        {
            for (var agent = 0; agent < Agents; agent++)
            {
                fits[queue, agent] = options.Queues[queue].Requirement.Required.All(
                    need => options.Agents[agent].Skills.Any(s => s.Skill == need.Skill && s.Level >= need.Min));
            }
        }

        return new(fits, Cost, ChannelOf, [.. options.Agents.Select(a => a.Capacity)]);
    }

    private static RoutingOptions Options(Random random, bool direct) => new()
    {
        DirectAssign = direct,
        Skills = ["a", "b", "c"],
        Channels = [new() { Name = "call", Cost = Cost[0] }, new() { Name = "chat", Cost = Cost[1] }],
        Classes = [new() { Name = "normal" }, new() { Name = "soon", Boost = 5 }],
        Queues = [.. Enumerable.Range(0, Queues).Select(q => new WorkQueueOptions
        {
            Name = $"q{q}",
            OfferTimeout = 40,
            DeclineCooldown = q * 7,
            Requirement = new() { Channel = ChannelOf[q] == 0 ? "call" : "chat", Required = q == 3 ? [] : [new() { Skill = "abc"[q].ToString(), Min = 1 + q }] },
        })],
        Agents = [.. Enumerable.Range(0, Agents).Select(a => new WorkAgentOptions
        {
            Capacity = 1 + (a % 4),
            Skills = [.. "abc".Where((_, s) => (a + s) % 3 != 0).Select(s => new SkillLevel { Skill = s.ToString(), Level = 1 + random.Next(4) })],
        })],
    };
}
