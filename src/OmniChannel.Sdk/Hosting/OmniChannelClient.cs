namespace OmniChannel.Hosting;

/// <summary>The front door of one workspace.</summary>
internal sealed class OmniChannelClient : IOmniChannel
{
    private readonly Func<WorkspaceId, IOmniChannel> _workspace;

    public OmniChannelClient(EngineHost host, Func<WorkspaceId, IOmniChannel> workspace)
    {
        _workspace = workspace;
        var timelines = new TimelineReader(host.Reads, host.Rules);
        var customerViews = new CustomerViews(host);
        var views = new ConversationViews(host, timelines, customerViews);
        var desks = new Desks(host, views);
        var gate = new InboundGate(host);
        var conversations = new ConversationFacade(host, views, timelines);
        Conversations = conversations;
        Customers = new CustomerFacade(host, customerViews, conversations);
        Messages = new MessageFacade(host);
        Agents = new AgentFacade(host, desks);
        Routing = new RoutingFacade(host, desks);
        Events = new EventFacade(host);
        Inbound = gate;
        Streams = new VisitorStreams(host, gate, timelines);
    }

    public IConversations Conversations { get; }

    public ICustomers Customers { get; }

    public IMessages Messages { get; }

    public IAgents Agents { get; }

    public IRouting Routing { get; }

    public IEvents Events { get; }

    public IInbound Inbound { get; }

    public VisitorStreams Streams { get; }

    public IOmniChannel Workspace(WorkspaceId workspace) => _workspace(workspace);
}
