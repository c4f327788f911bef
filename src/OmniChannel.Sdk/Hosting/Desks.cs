namespace OmniChannel.Hosting;

/// <summary>What an agent's desk and a supervisor's floor show.</summary>
internal sealed class Desks(EngineHost host, ConversationViews conversations)
{
    public async Task<DeskView> BuildAsync(AgentId agent, Locale locale, CancellationToken cancellationToken)
    {
        var now = host.Time.GetUtcNow();
        var items = host.View.Items.ToList();
        var offers = new List<OfferView>();
        foreach (var item in items
            .Where(i => i.OfferTo(agent) is not null)
            .OrderByDescending(i => i.Medium == ChannelMedium.Voice).ThenBy(i => i.CreatedAt).ThenBy(i => i.Id))
        {
            if (await conversations.BuildAsync(item.Conversation, locale, cancellationToken).ConfigureAwait(false) is { } conversation)
            {
                offers.Add(Offer(item, item.OfferTo(agent)!, conversation, locale));
            }
        }

        var held = new List<ConversationView>();
        foreach (var item in items.Where(i => i.Status == WorkStatus.Assigned && i.Agent == agent))
        {
            if (await conversations.BuildAsync(item.Conversation, locale, cancellationToken).ConfigureAwait(false) is { } conversation)
            {
                held.Add(conversation);
            }
        }

        var load = Load(items);
        return new()
        {
            Agent = host.View.Agent(agent) is { } known ? Agent(known, load) : null,
            Offers = offers,
            Conversations = [.. held.OrderBy(c => c.UnansweredSince ?? DateTimeOffset.MaxValue).ThenBy(c => c.Id)],
            Colleagues = [.. host.View.Agents
                .Where(a => a.Profile.Id != agent && a.Presence != Presence.Offline)
                .OrderBy(a => a.Profile.DisplayName, StringComparer.Ordinal)
                .Select(a => Agent(a, load))],
            Floor = Floor(items, load, now),
            Now = now,
        };
    }

    public FloorView Floor()
    {
        var items = host.View.Items.ToList();
        return Floor(items, Load(items), host.Time.GetUtcNow());
    }

    private FloorView Floor(List<WorkItemSnapshot> items, Dictionary<AgentId, int> load, DateTimeOffset now)
    {
        var waiting = items.Where(i => i.Status is WorkStatus.Waiting or WorkStatus.Offered).ToList();
        var (open, unanswered) = host.View.Floor;
        return new()
        {
            Waiting = waiting.Count,
            LongestWait = waiting.Count == 0 ? TimeSpan.Zero : now - waiting.Min(i => i.QueuedAt),
            AgentsFree = host.View.Agents.Count(a => a.IsThere && load.GetValueOrDefault(a.Profile.Id) < a.Profile.Capacity),
            Unanswered = unanswered,
            Open = open,
        };
    }

    private static Dictionary<AgentId, int> Load(IEnumerable<WorkItemSnapshot> items)
    {
        var load = new Dictionary<AgentId, int>();
        foreach (var item in items)
        {
            foreach (var agent in item.Carriers())
            {
                load[agent] = load.GetValueOrDefault(agent) + item.Weight;
            }
        }

        return load;
    }

    private static OfferView Offer(WorkItemSnapshot item, WorkOffer offer, ConversationView conversation, Locale locale) => new()
    {
        Id = offer.Id,
        IsCall = item.Medium == ChannelMedium.Voice,
        OfferedAt = offer.OfferedAt,
        ExpiresAt = offer.ExpiresAt,
        Why = offer.Why.ToText(locale),
        Conversation = conversation,
    };

    private static AgentView Agent(AgentSnapshot agent, Dictionary<AgentId, int> load) => new()
    {
        Id = agent.Profile.Id,
        Name = agent.Profile.DisplayName,
        Presence = agent.Presence,
        Load = load.GetValueOrDefault(agent.Profile.Id),
        Capacity = agent.Profile.Capacity,
        Skills = [.. agent.Profile.Skills.Select(s => s.Level > 1 ? $"{s.Skill} {s.Level}" : s.Skill)],
    };
}
