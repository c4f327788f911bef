using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

/// <summary>A small floor on which everything that routing can express meets.</summary>
internal static class RoutingWorld
{
    private static readonly string[] Skills = ["ja", "en", "tax", "vip"];

    public static RoutingOptions Make(int seed, bool direct = false)
    {
        var random = new Random(seed);
        return new()
        {
            Skills = [.. Skills],
            Teams = ["first", "second"],
            Policy = (seed % 5) switch
            {
                1 => new RoundRobinPolicy(),
                2 => new LeastLoadedPolicy(),
                3 => new MostCapablePolicy(),
                4 => new WeightedScorePolicy { WaitWeights = [1, 2], Base = [0, 15], LevelWeight = 4, IdleWeight = 0.5 },
                _ => new LongestIdlePolicy(),
            },
            DirectAssign = direct,
            Explain = seed % 2 == 0,
            Undo = true,
            Channels =
            [
                new() { Name = "call", Cost = 4, LimitPerAgent = 1, Interrupts = true, AllowMeanwhile = ["mail"], WrapUp = 7 },
                new() { Name = "chat", Cost = 2 },
                new() { Name = "mail", Cost = 1, Interruptible = true, LimitPerAgent = 3 },
            ],
            Classes =
            [
                new() { Name = "normal" },
                new() { Name = "soon", Boost = 40 },
                new() { Name = "sla", Target = 25 },
                new() { Name = "now", Rank = 1 },
                .. seed % 3 == 0 ? new PriorityClassOptions[] { new() { Name = "slow", Ageing = 0.25, Ceiling = 60 } } : [],
            ],
            Queues =
            [
                Queue("front", "call", random, e: [new() { To = "back", After = 60, Class = "soon" }, new() { To = "spill", WhenWaiting = 4 }]),
                Queue("back", "chat", random, e: [new() { To = "spill", AfterRefusals = 2 }, new() { To = "last", WhenNobody = true }]),
                Queue("spill", "mail", random, e: [new() { To = "last", After = 90 }]),
                new() { Name = "last", Requirement = new() { Channel = "chat" }, OfferTimeout = 20, DeclineCooldown = 5 },
            ],
            Agents = [.. Enumerable.Range(0, 3 + random.Next(4)).Select(_ => Agent(random))],
        };
    }

    public static WorkRequirementOptions Requirement(Random random, string channel) => new()
    {
        Channel = channel,
        Required = [Need(random)],
        Preferred = random.Next(3) == 0 ? [Need(random)] : [],
        Excluded = random.Next(4) == 0 ? [Need(random)] : [],
        Teams = random.Next(4) == 0 ? ["second", "first"] : [],
        Rings = random.Next(2) == 0 ? [new() { After = 12, Required = [Need(random)] }, new() { After = 30 }] : [],
    };

    private static WorkQueueOptions Queue(string name, string channel, Random random, EscalationOptions[] e) => new()
    {
        Name = name,
        Requirement = Requirement(random, channel),
        OfferTimeout = 15,
        ConcurrentOffers = 1 + random.Next(2),
        DeclineCooldown = random.Next(2) * 25,
        Escalations = e,
    };

    private static SkillNeed Need(Random random)
    {
        var min = 1 + random.Next(3);
        return new() { Skill = Skills[random.Next(Skills.Length)], Min = min, Max = random.Next(3) == 0 ? min + 1 : int.MaxValue };
    }

    private static WorkAgentOptions Agent(Random random) => new()
    {
        Skills = [.. Skills.Where(_ => random.Next(3) > 0).Select(s => new SkillLevel { Skill = s, Level = 1 + random.Next(5) })],
        Teams = [.. new[] { "first", "second" }.Where(_ => random.Next(2) == 0)],
        Capacity = 2 + random.Next(5),
        Limits = random.Next(3) == 0 ? new Dictionary<string, int> { ["chat"] = 1 } : [],
        MaxOffers = 1 + random.Next(3),
        ReliefAfter = random.Next(2) * 2,
        ReliefFor = 10,
    };
}
