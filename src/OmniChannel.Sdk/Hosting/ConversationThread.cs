namespace OmniChannel.Hosting;

/// <summary>
/// The entries that make one timeline: those of a conversation and of what became part of it and, where a join was undone, each where its address
/// belongs, in whichever of the two it was recorded.
/// </summary>
internal sealed class ConversationThread
{
    private readonly HashSet<ConversationId> _own;
    private readonly HashSet<long> _others;
    private readonly long _customer;
    private readonly Func<long, long> _customerOf;

    private ConversationThread(ConversationState conversation, HashSet<long> others, Func<long, long> customerOf)
    {
        var own = ConversationReader.WithJoined(conversation);
        Sources = [.. own, .. conversation.Apart.Except(own).Order()];
        (_own, _others, _customer, _customerOf) = ([.. own], others, customerOf(conversation.Atom), customerOf);
    }

    /// <summary>The conversations that its entries are in: itself first.</summary>
    public IReadOnlyList<ConversationId> Sources { get; }

    public static async ValueTask<ConversationThread> OfAsync(EngineHost host, ConversationState conversation, CancellationToken cancellationToken)
    {
        var others = new HashSet<long>();
        foreach (var id in conversation.Apart)
        {
            if (await host.Conversations.RowAsync(id, cancellationToken).ConfigureAwait(false) is { } apart)
            {
                others.Add(host.View.CustomerOf(apart.Atom));
            }
        }

        return new(conversation, others, host.View.CustomerOf);
    }

    /// <summary>Whether an entry belongs here; what has no address belongs where it was recorded.</summary>
    public bool Has(ConversationId source, long atom)
    {
        if (_others.Count == 0)
        {
            return true;
        }

        var customer = atom == 0 ? 0 : _customerOf(atom);
        return _own.Contains(source) ? customer == _customer || !_others.Contains(customer) : customer == _customer;
    }
}
