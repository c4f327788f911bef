using System.Text.Json;

namespace OmniChannel.Engagement.Facts;

/// <summary>Every fact kind, in one place. Names and versions are for ever: a store written by an older version must load.</summary>
internal static class FactKinds
{
    public static IReadOnlyList<FactKind> All { get; } =
    [
        Kind<ConversationOpened>("conversation.opened"),
        Kind<EntryAdded>("conversation.entry"),
        Kind<QuestionChanged>("conversation.question"),
        Kind<NeedChanged>("conversation.need"),
        Kind<ConversationLinked>("conversation.linked"),
        Kind<ConversationRestored>("conversation.restored"),
        Kind<BotChanged>("conversation.bot", 2, Same),
        Kind<VerificationChanged>("conversation.verification"),
        Kind<CallChanged>("conversation.call"),
        Kind<MessageQueued>("message.queued"),
        Kind<MessageMoved>("message.moved"),
        Kind<ProviderIdKnown>("message.provider-id"),
        Kind<ReceiptKept>("message.early-receipt"),
        Kind<EffectQueued>("effect.queued"),
        Kind<EffectEnded>("effect.ended"),
        Kind<ProfileImported>("customer.profile"),
        Kind<ProfileRemoved>("customer.profile-removed"),
        Kind<TraitsChanged>("customer.traits"),
        Kind<DeviceChanged>("customer.device"),
        Kind<IdentifierAsked>("customer.asked"),
        Kind<ConsentRecorded>("customer.consent"),
        Kind<SettingChanged>("workspace.setting"),
        Kind<InputPoisoned>("workspace.poisoned"),
        Kind<AtomCreated>("identity.atom"),
        Kind<EvidenceAdded>("identity.evidence", 2, Same),
        Kind<EvidenceRemoved>("identity.evidence-removed"),
        Kind<PartitionChanged>("identity.partition", 2, Same),
        Kind<VerdictGiven>("identity.verdict", 2, Same),
        Kind<LinkingChanged>("identity.linking"),
        Kind<MatchesFound>("identity.matches"),
        Kind<AgentChanged>("routing.agent", 2, Same),
        Kind<AgentMoved>("routing.place"),
        Kind<WorkItemChanged>("routing.work", 2, Same),
        Kind<QueueServed>("routing.queue"),
        Kind<WindowMoved>("routing.window"),
        Kind<SkillPriced>("routing.skill"),
    ];

    private static FactKind Kind<T>(string name, int version = 1, params ReadOnlySpan<Func<JsonElement, JsonElement>> upcasters) => new()
    {
        Name = name,
        Version = version,
        Type = typeof(T),
        Json = FactJson.Default.GetTypeInfo(typeof(T))!,
        Upcasters = upcasters.ToArray().Select((lift, index) => (lift, Version: index + 1)).ToDictionary(u => u.Version, u => u.lift),
    };

    /// <summary>Members were added that have a default, or a name of before that is still read.</summary>
    private static JsonElement Same(JsonElement json) => json;
}
