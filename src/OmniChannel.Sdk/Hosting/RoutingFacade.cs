namespace OmniChannel.Hosting;

/// <summary>Queues and explanations.</summary>
internal sealed class RoutingFacade(EngineHost host, Desks desks) : IRouting
{
    public async Task<Explanation> ExplainAsync(ConversationId conversation, CancellationToken cancellationToken = default)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        var found = host.View.Conversation(conversation);
        var item = found is null ? null : host.View.ItemOf(found.Id);
        if (item is null)
        {
            return Explanation.Of("routing.unknown");
        }

        var queue = host.Rules.Queues.First(q => q.Name == item.Queue);
        return item.Offer?.Why ?? item.Why ?? Candidates.WhyWaiting(item, queue, host.View.Agents, Loads(), host.Time.GetUtcNow());
    }

    public FloorView Floor() => desks.Floor();

    private Dictionary<AgentId, int> Loads() => host.View.Items
        .GroupBy(i => i.Status == WorkStatus.Assigned ? i.Agent : i.Offer?.Agent ?? default)
        .ToDictionary(g => g.Key, g => g.Sum(i => i.Weight));
}
