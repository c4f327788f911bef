using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

/// <summary>Counts of explanations are those of the moment, counted again with loops: few and many shapes of an agent, far apart, on some channels only.</summary>
public sealed class RoutingCountTests
{
    private const int Skills = 30;

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 300)]
    [InlineData(3, 700)]
    public void Assigned_AnyShape_HasTheCountsOfTheMoment(int seed, int shapes)
    {
        var random = new Random(seed);
        var held = Enumerable.Range(0, 40).Select(a => Enumerable.Range(0, Skills).Where(_ => random.Next(Skills) < a).ToHashSet()).ToList();
        var core = new RoutingCore(new()
        {
            DirectAssign = true,
            Channels = [new() { Name = "call" }, new() { Name = "chat" }],
            Skills = [.. Enumerable.Range(0, Skills).Select(s => $"s{s}")],
            Queues = [new() { Name = "q" }],
            Agents = [.. held.Select(own => new WorkAgentOptions { Skills = [.. own.Select(s => new SkillLevel { Skill = $"s{s}" })] })],
        });
        var needs = Enumerable.Range(0, shapes).Select(i => (Channel: i % 2, Skills: Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(Skills)).ToHashSet())).ToList();
        var plans = needs.Select(n => core.Compile(new() { Channel = n.Channel == 0 ? "call" : "chat", Required = [.. n.Skills.Select(s => new SkillNeed { Skill = $"s{s}" })] })).ToList();
        var (present, busy, facts) = (new int[held.Count], new Dictionary<int, WorkHandle>(), new WorkFacts());
        for (var now = 0; now < 2000; now++)
        {
            facts.Clear();
            var agent = random.Next(held.Count);
            if (random.Next(3) == 0)
            {
                present[agent] = random.Next(4);
                core.SetPresence(new(agent), present[agent], now, facts);
            }
            else if (busy.Remove(agent, out var done))
            {
                core.Complete(done, RoutingCore.AnyEpoch, now, facts);
            }

            foreach (var fact in facts.Span)
            {
                if (fact.Kind == WorkFactKind.Assigned)
                {
                    busy[fact.Agent] = new(fact.Work, fact.Generation);
                }
            }

            var need = random.Next(shapes);
            var able = Enumerable.Range(0, held.Count).Where(a => (present[a] >> needs[need].Channel & 1) != 0 && needs[need].Skills.IsSubsetOf(held[a])).ToList();
            var free = able.Count(a => !busy.ContainsKey(a));
            facts.Clear();
            var work = core.Enqueue(new() { Requirement = plans[need] }, now, facts);
            var last = facts.Span[^1];
            Assert.Equal(free > 0, last.Kind == WorkFactKind.Assigned);
            if (free > 0)
            {
                Assert.Equal((present.Count(p => p != 0), able.Count, free), (last.Present, last.Skilled, last.Free));
                busy[last.Agent] = work;
            }
            else
            {
                core.Cancel(work, now, facts);
            }
        }
    }
}
