#pragma warning disable OMNI001 // The cores are experimental until 1.0.
using OmniChannel.Routing;

namespace Snippets;

internal static class RoutingAlone
{
    public static int Run()
    {
        // snippet: routing core
        var core = new RoutingCore(new()
        {
            Skills = { "ja", "en" },
            Queues = { new() { Name = "calls", Requirement = new() { Required = { new() { Skill = "ja", Min = 2 } } } } },
            Agents = { new() { Skills = { new() { Skill = "ja", Level = 3 } } } },
            DirectAssign = true,
        });
        var facts = new WorkFacts();
        core.SetPresence(new AgentHandle(0), present: true, now: 0, facts);
        var work = core.Enqueue(new() { Queue = 0 }, now: 10, facts);
        core.Complete(work, RoutingCore.AnyEpoch, now: 25, facts);
        // end

        return facts.Count;
    }
}
