using System.Text.Json.Serialization;

namespace OmniChannel.Channels;

/// <summary>Something that happened on a channel. A closed hierarchy of six kinds.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(MessageReceived), "message")]
[JsonDerivedType(typeof(DeliveryReceiptReceived), "receipt")]
[JsonDerivedType(typeof(ConsentChanged), "consent")]
[JsonDerivedType(typeof(AddressChanged), "address")]
[JsonDerivedType(typeof(SignalReceived), "signal")]
[JsonDerivedType(typeof(UnknownEvent), "unknown")]
public abstract record ChannelEvent
{
    private protected ChannelEvent()
    {
    }

    /// <summary>
    /// The provider's id of the event, the same for every delivery of it. The engine scopes it by channel and account. Where the sender
    /// chooses it (a browser's message id), put the authenticated sender in front.
    /// </summary>
    public required string DedupeKey { get; init; }

    /// <summary>Who it is from or about: the sender id on this account.</summary>
    public required string Sender { get; init; }

    /// <summary>When the provider says it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>What the provider calls our side, where one credential serves many accounts; null otherwise.</summary>
    public string? ProviderAccount { get; init; }

    /// <summary>The provider's session, such as a call id; null where there is none.</summary>
    public string? SessionId { get; init; }

    /// <summary>What this event says about who the sender is, besides the sender id itself.</summary>
    public IReadOnlyList<IdentifierEvidence> Evidence { get; init; } = [];

    /// <summary>The kind only: the rest is personal.</summary>
    public sealed override string ToString() => GetType().Name;
}
