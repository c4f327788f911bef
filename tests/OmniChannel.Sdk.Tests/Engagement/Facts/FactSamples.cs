using OmniChannel.Conversations;
using OmniChannel.Engagement.Effects;

namespace OmniChannel.Engagement.Facts;

/// <summary>One full example of each fact kind, for the golden files.</summary>
internal static class FactSamples
{
    private static readonly DateTimeOffset At = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ConversationId Conversation = new(11);
    private static readonly ChannelAccountId Sms = new(new("sms"), "main");
    private static readonly IdentifierKey Key = new(21, 22);

    public static IReadOnlyDictionary<Type, object> All { get; } = new object[]
    {
        new ConversationOpened { Conversation = Conversation, Atom = 31, Time = At, Locale = Locale.Japanese },
        new EntryAdded
        {
            Conversation = Conversation,
            Sequence = 3,
            Time = At,
            Kind = EntryKind.Message,
            Author = ParticipantKind.Customer,
            AuthorId = "agent-a",
            Channel = Sms,
            Atom = 31,
            Reason = Explanation.Of("leg.opened", ("from", "web-chat")),
            Message = new(41),
            Delivery = DeliveryState.Delivered,
            Slot = "order",
            Detail = "detail",
            At = 0,
        },
        new QuestionChanged { Conversation = Conversation, AskedTwice = true, At = 1 },
        new NeedChanged { Conversation = Conversation, At = 0 },
        new ConversationLinked { Conversation = Conversation, Into = new(12), Time = At },
        new ConversationRestored { Conversation = Conversation, At = 0 },
        new BotChanged { Conversation = Conversation, Bot = new("front-desk"), ThenQueue = new("general"), Turn = new(51), Since = At, From = new("agent-a"), Home = new(52), At = 0 },
        new VerificationChanged
        {
            Conversation = Conversation, Effect = new(51), StartedAt = At, CodeHash = "00ff", ExpiresAt = At.AddMinutes(10), Attempts = 2, IsProved = true, At = 0,
        },
        new CallChanged { Conversation = Conversation, Call = new() { SessionId = "CA1", Account = Sms, Phase = CallPhase.Connected, StartedAt = At, IsAsking = true } },
        new MessageQueued
        {
            Message = new(41), Conversation = Conversation, Entry = 3, Account = Sms, Recipient = 31, Order = 4096, Time = At, Purpose = MessagePurpose.Transactional, Locale = Locale.English, At = 0,
        },
        new MessageMoved
        {
            Message = new(41), State = DeliveryState.Unknown, Attempt = 3, Tries = 2, Part = 1, Due = At.AddSeconds(60), Reason = "send.ambiguous", StoodAside = true,
        },
        new ProviderIdKnown { Key = 61, Check = 62, Conversation = Conversation, Message = new(41) },
        new ReceiptKept { Message = new(41), Receipt = new() { Key = 61, Check = 62, Receipt = ReceiptKind.Failed, Error = SendErrorKind.Unreachable } },
        new EffectQueued
        {
            Effect = new(51),
            Kind = EffectKind.CallControl,
            Conversation = Conversation,
            Attempt = 2,
            Deadline = At.AddSeconds(30),
            NotBefore = At.AddSeconds(1),
            Atom = 31,
            Account = Sms,
            SessionId = "CA1",
            Locale = Locale.Japanese,
            At = 0,
        },
        new EffectEnded { Effect = new(51), Outcome = "done" },
        new ProfileImported { Atom = 31, Source = "shop", Time = At, At = 0 },
        new ProfileRemoved { Atom = 31 },
        new DeviceChanged { Atom = 31, IsGone = true, At = 0 },
        new TraitsChanged { Atom = 31, Source = "crm", IsTakenBack = true, At = 0 },
        new IdentifierAsked { Key = Key, Time = At },
        new ConsentRecorded { Atom = 31, OptedOut = true },
        new SettingChanged { Name = "handler:crm", Value = "7.0" },
        new InputPoisoned { Reason = "ChannelInput: InvalidOperationException", At = 0 },
        new AtomCreated { Atom = 31, Key = Key, Type = new("record:shop"), At = At },
        new EvidenceAdded { Atom = 31, Key = Key, Type = IdentifierType.Email, Assurance = Assurance.Verified, Source = "one-time-code", At = At, SeenAt = At.AddDays(30) },
        new EvidenceRemoved { Atom = 31, Key = Key },
        new PartitionChanged { Moved = [new() { Atom = 31, From = 31, To = 30 }], Via = Key, Atom = 31, At = At },
        new VerdictGiven { First = 30, Second = 0, At = At, SecondKey = Key, Kind = VerdictKind.Together, By = "agent-a" },
        new MatchesFound
        {
            Atom = 31,
            At = At,
            Suggested =
            [
                new()
                {
                    Other = 32,
                    Bits = 5.25,
                    Threshold = 6.5,
                    Probability = 0.974,
                    IsMatch = true,
                    Bars = [new() { Field = "family-name", Level = "one edit", Bits = 7.5, FrequencyBits = 1.25 }],
                },
            ],
            Lapsed = [33],
        },
        new LinkingChanged { Key = Key, Type = IdentifierType.Phone, Allowed = true, At = At },
        new AgentChanged
        {
            Agent = new()
            {
                Profile = new() { Id = new("agent-a"), DisplayName = "佐藤", Skills = [new() { Skill = "ja", Level = 2 }], Teams = ["returns"], Capacity = 6, Phone = new("tel:+81300000000") },
                Presence = Presence.Away,
                IdleSince = At,
                Turn = 91,
            },
        },
        new AgentMoved { Agent = new("agent-a"), IdleSince = At, Turn = 92 },
        new QueueServed { Queue = new("general"), Last = At, Gap = 80_000, Count = 2 },
        new WindowMoved { Until = At },
        new SkillPriced { Skill = "ja", Waits = 0.125 },
        new WorkItemChanged
        {
            Item = new()
            {
                Id = new(71),
                Conversation = Conversation,
                Queue = new("general"),
                Status = WorkStatus.Offered,
                Medium = ChannelMedium.Voice,
                Weight = 4,
                Priority = 1,
                CreatedAt = At,
                QueuedAt = At,
                Preferred = new("agent-b"),
                PreferredUntil = At.AddSeconds(30),
                Phase = WorkPhase.Offered,
                Team = "returns",
                Class = "p1",
                Order = 4096,
                Ring = 1,
                Refusals = 2,
                Until = At.AddSeconds(30),
                Deadline = At.AddSeconds(30),
                Offers = [new() { Id = new(81), Agent = new("agent-a"), OfferedAt = At, ExpiresAt = At.AddSeconds(30), Why = Explanation.Of("routing.preferred", ("agent", "佐藤")) }],
                Agent = new("agent-c"),
                Epoch = 5,
                Cooldowns = [new() { Agent = new("agent-c"), Until = At.AddSeconds(60) }],
                Why = Explanation.Of("routing.longest-idle"),
            },
            Cause = WorkCause.Offered,
            By = new("agent-a"),
        },
    }.ToDictionary(f => f.GetType());

    /// <summary>Every field of a payload.</summary>
    public static Payload Payload { get; } = new()
    {
        SenderId = "+819012345678",
        Contents = [new TextContent("こんにちは"), new ChoiceReplyContent { OptionId = "a", Label = "A" }],
        ProviderMessageId = "SM1",
        Text = "text",
        Memory = "memory",
        Question = new() { Slot = "topic", Text = "Which?", Options = [new() { Id = "a", Label = "A" }] },
        Thread = new() { Subject = "order", InReplyTo = "<1@x>", References = ["<0@x>", "<1@x>"] },
        ReplyHandle = new() { Value = "handle", ExpiresAt = At },
        Record = new()
        {
            ExternalId = "m-1",
            Name = new() { Family = "山田", Given = "花子", FamilyKana = "ヤマダ", GivenKana = "ハナコ" },
            Identifiers = [Identifier.Phone("+819012345678")],
            Traits = new Dictionary<string, string> { ["tier"] = "gold" },
            ChangedAt = At,
        },
        Traits = [new() { Name = "size", Value = "26", At = At, Origin = TraitOrigin.Inferred, Confidence = 0.7 }],
        Device = new() { Id = "d-1", PushToken = "token", Platform = "ios", SeenAt = At },
        Identifier = Identifier.Email("h@example.com"),
        Cues = [new() { Trigger = BotTrigger.Message, Message = new TextContent("hi") }],
        Command = new ConnectCommand { Target = new("tel:+81300000000") },
        State = new() { Id = Conversation, Atom = 31, OpenedAt = At, LastAt = At, LastSequence = 2, Locale = Locale.Japanese, Need = "赤い靴" },
    };
}
