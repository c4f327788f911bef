using System.Runtime.CompilerServices;

namespace OmniChannel.Hosting;

/// <summary>What agents do, as inputs of the engine.</summary>
internal sealed class AgentFacade(EngineHost host, Desks desks) : IAgents
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(15);

    /// <summary>How long what concerns others may wait, so that a busy floor does not rebuild every desk at every commit.</summary>
    private static readonly TimeSpan OthersWait = TimeSpan.FromMilliseconds(250);

    public Task<Decision> SignInAsync(AgentProfile profile, Presence presence = Presence.Available, CancellationToken cancellationToken = default)
    {
        AgentProfileRules.Check(profile);
        return host.CommandAsync(new SignInCommand { Profile = profile, Presence = presence }, cancellationToken);
    }

    public Task<Decision> SetPresenceAsync(AgentId agent, Presence presence, CancellationToken cancellationToken = default) =>
        host.CommandAsync(new SetPresenceCommand { Agent = agent, Presence = presence }, cancellationToken);

    public Task<Decision> AcceptAsync(AgentId agent, WorkOfferId offer, CancellationToken cancellationToken = default) =>
        host.CommandAsync(new AcceptCommand { Agent = agent, Offer = offer }, cancellationToken);

    public Task<Decision> DeclineAsync(AgentId agent, WorkOfferId offer, CancellationToken cancellationToken = default) =>
        host.CommandAsync(new DeclineCommand { Agent = agent, Offer = offer }, cancellationToken);

    public Task<Decision> ReplyAsync(
        AgentId agent, ConversationId conversation, MessageContent content, long? epoch = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content is TextContent text)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(text.Text, nameof(content));
        }

        return host.CommandAsync(new ReplyCommand { Agent = agent, Conversation = conversation, Content = content, Epoch = epoch }, cancellationToken);
    }

    public Task<Decision> NoteAsync(AgentId agent, ConversationId conversation, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return host.CommandAsync(new NoteCommand { Agent = agent, Conversation = conversation, Text = text }, cancellationToken);
    }

    public Task<Decision> TransferAsync(
        AgentId agent, ConversationId conversation, TransferTarget target, long? epoch = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return host.CommandAsync(
            new TransferCommand
            {
                Agent = agent,
                Conversation = conversation,
                ToAgent = target.Agent,
                ToQueue = target.Queue,
                ToTeam = target.Team,
                ToBot = target.Bot,
                Note = target.Note,
                Epoch = epoch,
            },
            cancellationToken);
    }

    public Task<Decision> EscalateAsync(AgentId agent, ConversationId conversation, long? epoch = null, CancellationToken cancellationToken = default) =>
        host.CommandAsync(new EscalateCommand { Agent = agent, Conversation = conversation, Epoch = epoch }, cancellationToken);

    public Task<Decision> ReleaseAsync(AgentId agent, ConversationId conversation, long? epoch = null, CancellationToken cancellationToken = default) =>
        host.CommandAsync(new ReleaseCommand { Agent = agent, Conversation = conversation, Epoch = epoch }, cancellationToken);

    public Task<Decision> CloseAsync(AgentId agent, ConversationId conversation, long? epoch = null, CancellationToken cancellationToken = default) =>
        host.CommandAsync(new CloseCommand { Agent = agent, Conversation = conversation, Epoch = epoch }, cancellationToken);

    public Task<Decision> ResolveMessageAsync(AgentId agent, MessageId message, bool sendAgain, CancellationToken cancellationToken = default) =>
        host.CommandAsync(new ResolveMessageCommand { Agent = agent, Message = message, SendAgain = sendAgain }, cancellationToken);

    public async Task<DeskView> DeskAsync(AgentId agent, Locale locale, CancellationToken cancellationToken = default)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await desks.BuildAsync(agent, locale, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<DeskView> WatchDeskAsync(
        AgentId agent, Locale locale, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        using var own = host.Feed.Subscribe(i => Concerns(i, agent));
        using var any = host.Feed.Subscribe(_ => true);
        while (!cancellationToken.IsCancellationRequested)
        {
            yield return await desks.BuildAsync(agent, locale, cancellationToken).ConfigureAwait(false);
            await any.WaitAsync(Refresh, host.Time, cancellationToken).ConfigureAwait(false);
            await own.WaitAsync(OthersWait, host.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What a desk shows at once: its agent, their offers and their conversations.</summary>
    private bool Concerns(DecidedInput input, AgentId agent)
    {
        foreach (var fact in input.Facts)
        {
            var concerns = fact switch
            {
                WorkItemChanged work => work.By == agent || Has(work.Item, agent),
                AgentChanged changed => changed.Agent.Profile.Id == agent,
                _ => false,
            };
            if (concerns)
            {
                return true;
            }
        }

        return !input.Conversation.IsEmpty && host.View.Conversation(input.Conversation) is { } conversation
            && host.View.ItemOf(conversation.Id) is { } item && Has(item, agent);
    }

    private static bool Has(WorkItemSnapshot item, AgentId agent) => item.Agent == agent || item.OfferTo(agent) is not null;
}
