namespace OmniChannel.Engagement.Engine;

/// <summary>A workspace with a channel of each delivery mode, two queues, a bot and a customer source.</summary>
internal static class RigRules
{
    public static ChannelAccountId Chat { get; } = new(new("web-chat"), "main");

    public static ChannelAccountId Sms { get; } = new(new("sms"), "main");

    public static ChannelAccountId Mail { get; } = new(new("email"), "main");

    public static ChannelAccountId Voice { get; } = new(new("voice"), "main");

    public static WorkspaceRules New(bool withBot) => new()
    {
        Queues =
        [
            new QueueOptions { Name = new("general") }.OverflowTo("second", TimeSpan.FromMinutes(5)).EscalateTo("second"),
            new QueueOptions { Name = new("second") }.RequireSkill("ja"),
        ],
        DefaultQueue = new("general"),
        DefaultBot = withBot ? new("bot") : default,
        Bots = new HashSet<BotName> { new("bot") },
        Routing = new() { Teams = { "returns" } },
        HasCustomerSources = true,
        Matching = new() { Links = withBot },
        Channels = new Dictionary<ChannelAccountId, ChannelCapabilities>
        {
            [Chat] = new() { DisplayName = "Chat", Medium = ChannelMedium.SyncText, Delivery = DeliveryMode.Stream, Text = new(2000, LimitUnit.Characters) },
            [Sms] = new() { DisplayName = "SMS", Text = new(20, LimitUnit.Characters), ReachableBy = [IdentifierType.Phone] },
            [Mail] = new()
            {
                DisplayName = "Mail",
                Medium = ChannelMedium.Mail,
                Threads = true,
                Text = new(10_000, LimitUnit.Characters),
                ReachableBy = [IdentifierType.Email],
                AcceptsIdempotencyKey = true,
            },
            [Voice] = new() { DisplayName = "Phone", Medium = ChannelMedium.Voice, Delivery = DeliveryMode.Response },
        },
    };
}
