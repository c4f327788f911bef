namespace OmniChannel.Routing;

/// <summary>An offer with all that is known, before it is answered.</summary>
public sealed record OfferView
{
    /// <summary>The offer.</summary>
    public required WorkOfferId Id { get; init; }

    /// <summary>True for a call that rings.</summary>
    public required bool IsCall { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Why this agent, in one sentence.</summary>
    public required string Why { get; init; }

    /// <summary>The conversation as it stands.</summary>
    public required Conversations.ConversationView Conversation { get; init; }
}
