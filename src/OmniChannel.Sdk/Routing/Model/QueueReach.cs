namespace OmniChannel.Routing.Model;

/// <summary>Whether work can leave every queue: no ring of escalations, and somebody who can serve it.</summary>
internal static class QueueReach
{
    public static void Check(RoutingOptions options, List<string> errors)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < options.Queues.Count; index++)
        {
            var queue = options.Queues[index];
            var cycle = Cycle(options, queue);
            if (cycle is not null && reported.Add(string.Join(',', cycle.Order(StringComparer.Ordinal))))
            {
                errors.Add($"Queues[{index}].Escalations: work would go round: {string.Join(" > ", cycle.Append(queue.Name))}");
            }

            if (options.Agents.Count > 0 && !queue.Escalations.Any(e => e.After is not null || e.WhenNobody)
                && !options.Agents.Any(agent => Serves(options, agent, queue.Requirement)))
            {
                errors.Add($"Queues[{index}]: nobody can serve '{queue.Name}': no agent has what it requires, and its work never moves on");
            }
        }
    }

    // The shortest way from a queue back to itself.
    private static List<string>? Cycle(RoutingOptions options, WorkQueueOptions start)
    {
        var byName = options.Queues.ToDictionary(q => q.Name, StringComparer.Ordinal);
        var ways = new Queue<List<string>>([[start.Name]]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ways.TryDequeue(out var way))
        {
            foreach (var rule in byName[way[^1]].Escalations)
            {
                if (rule.To == start.Name)
                {
                    return way;
                }

                if (seen.Add(rule.To))
                {
                    ways.Enqueue([.. way, rule.To]);
                }
            }
        }

        return null;
    }

    private static bool Serves(RoutingOptions options, WorkAgentOptions agent, WorkRequirementOptions requirement)
    {
        var channel = requirement.Channel is null ? options.Channels.FirstOrDefault() : options.Channels.First(c => c.Name == requirement.Channel);
        var holds = agent.Capacity >= (channel?.Cost ?? 1)
            && (channel is null || !agent.Limits.TryGetValue(channel.Name, out var limit) || limit > 0);
        return holds && !requirement.Excluded.Any(need => Has(agent, need))
            && (Fits(agent, requirement.Required, requirement.Teams) || requirement.Rings.Any(ring => Fits(agent, ring.Required, ring.Teams)));
    }

    private static bool Fits(WorkAgentOptions agent, IList<SkillNeed> required, IList<string> teams) =>
        required.All(need => Has(agent, need)) && (teams.Count == 0 || teams.Any(agent.Teams.Contains));

    private static bool Has(WorkAgentOptions agent, SkillNeed need) =>
        agent.Skills.Any(s => s.Skill == need.Skill && s.Level >= need.Min && s.Level <= need.Max);
}
