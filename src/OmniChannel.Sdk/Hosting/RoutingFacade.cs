namespace OmniChannel.Hosting;

/// <summary>Queues and explanations.</summary>
internal sealed class RoutingFacade(EngineHost host, Desks desks) : IRouting
{
    public IReadOnlyList<QueueName> Queues { get; } = [.. host.Rules.Queues.Select(q => q.Name)];

    public async Task<Explanation> ExplainAsync(ConversationId conversation, CancellationToken cancellationToken = default)
    {
        var decision = await host.CommandAsync(new ExplainCommand { Conversation = conversation }, cancellationToken).ConfigureAwait(false);
        return decision.Reason;
    }

    public FloorView Floor() => desks.Floor();
}
