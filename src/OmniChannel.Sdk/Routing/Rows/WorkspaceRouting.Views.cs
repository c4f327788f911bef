namespace OmniChannel.Routing.Rows;

internal sealed partial class WorkspaceRouting
{
    /// <summary>The conversation that an offer is about; empty when the offer is gone.</summary>
    public ConversationId Conversation(WorkOfferId offer) => _byOffer.TryGetValue(offer.Value, out var item) ? Items.Get(item).Conversation : default;

    public AgentSnapshot AgentAt(int agent) => Agent(_ids[agent])!;

    /// <summary>What an agent holds, wraps up and is offered, by weight.</summary>
    public int LoadOf(AgentId agent, DateTimeOffset now) => Core(now) is var core && HandleOf(agent) is { Index: >= 0 } handle ? core.Agent(handle).Load : 0;

    /// <summary>Place in its queue, 1 for the next and for who is being offered; null when it waits for its time or for one agent.</summary>
    public int? PositionOf(WorkItemSnapshot item, DateTimeOffset now)
    {
        if (item.Status == WorkStatus.Offered)
        {
            return 1;
        }

        var position = Core(now).Position(_works[item.Id.Value]);
        return position < 0 ? null : position + 1;
    }

    /// <summary>How long it may still wait, as work came to agents lately; null before that was seen twice.</summary>
    public TimeSpan? EstimatedWait(WorkItemSnapshot item, DateTimeOffset now) =>
        Core(now).EstimatedWait(_works[item.Id.Value]) is { } wait ? TimeSpan.FromMilliseconds(wait) : null;

    /// <summary>Agents who are signed in and have what an item asks for.</summary>
    public int AgentsFor(WorkItemSnapshot item, DateTimeOffset now)
    {
        var core = Core(now);
        var row = core.RowOf(_works[item.Id.Value].Index);
        var shape = core.Catalogue.Plan(row.Plan).Stages[row.Stage].Id;
        return Agents.Values.Count(a => a.Presence != Presence.Offline && core.Catalogue.ShapeFits.Has(core.RowOf(HandleOf(a.Profile.Id)).Profile, shape));
    }

    /// <summary>Why an item went to its agent, or why it still waits.</summary>
    public Explanation Explain(WorkItemSnapshot item, DateTimeOffset now)
    {
        if (item.Reason is { } reason)
        {
            return reason;
        }

        var why = Core(now).Explain(_works[item.Id.Value]);
        return why.ToExplanation(a => AgentAt(a.Index).Profile.DisplayName, item.Queue.Value, OfferReason.Skills(_setup, _setup.Queue(item.Queue)));
    }
}
