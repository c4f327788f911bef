namespace OmniChannel.Engagement;

/// <summary>What a workspace decides by: its configuration, fixed for the life of the engine.</summary>
internal sealed record WorkspaceRules
{
    public WorkspaceId Workspace { get; init; } = new("default");

    public string Region { get; init; } = "JP";

    public IReadOnlyList<IdentifierDefinition> IdentifierTypes { get; init; } = IdentifierDefinitions.Default;

    /// <summary>How profiles choose among values.</summary>
    public ProfileRules Profiles { get; init; } = new();

    /// <summary>What becomes of records that look like one person's; null when nobody looks.</summary>
    public MatchRules? Matching { get; init; }

    public Locale Locale { get; init; } = Locale.Japanese;

    public required IReadOnlyList<QueueOptions> Queues { get; init; }

    /// <summary>What routing goes by besides the queues; null for the defaults.</summary>
    public RoutingOptions? Routing { get; init; }

    /// <summary>The bot that greets; empty for none.</summary>
    public BotName DefaultBot { get; init; }

    /// <summary>Bots that a conversation can be passed to.</summary>
    public IReadOnlySet<BotName> Bots { get; init; } = new HashSet<BotName>();

    /// <summary>The queue for what no bot takes, and for what the bot hands over.</summary>
    public QueueName DefaultQueue { get; init; }

    public required IReadOnlyDictionary<ChannelAccountId, ChannelCapabilities> Channels { get; init; }

    /// <summary>The id that a channel gives a message by itself; null where the provider does.</summary>
    public Func<OutboundMessage, string?> IdOf { get; init; } = _ => null;

    public bool HasCustomerSources { get; init; }

    public TimeSpan ReopenWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long an open conversation stays in memory after its last fact, while nothing waits in it.</summary>
    public TimeSpan OpenStays { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long one that is closed, or part of another, stays: a word of thanks often follows.</summary>
    public TimeSpan ClosedStays { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan BotTurnTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan LookupTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan CodeLifetime { get; init; } = TimeSpan.FromMinutes(10);

    public int CodeAttempts { get; init; } = 5;

    /// <summary>How many codes one address, and one sender, may be sent within an hour.</summary>
    public int CodesPerHour { get; init; } = 3;

    public TimeSpan UnknownBlocks { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a message is tried before it fails: as long as Twilio keeps one in its own queue at most ("Validity period").</summary>
    public TimeSpan SendLifetime { get; init; } = TimeSpan.FromHours(4);

    /// <summary>The most inputs in one batch.</summary>
    public int BatchSize { get; init; } = 64;

    public int CallWeight { get; init; } = 4;

    /// <summary>What an account can do; nothing at all where it was removed or is off, since conversations outlive accounts.</summary>
    public ChannelCapabilities Capabilities(ChannelAccountId account) => Channels.TryGetValue(account, out var found) ? found : Gone(account);

    private static ChannelCapabilities Gone(ChannelAccountId account) => new() { DisplayName = account.Channel.Value, Delivery = DeliveryMode.Call };
}
