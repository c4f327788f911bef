using System.Text.Json.Serialization;

namespace OmniChannel.Engagement.Facts;

/// <summary>
/// Personal values of one event, referred to by facts by their place in the journal row. An erasure empties the whole; folding an
/// empty one gives the erased marker.
/// </summary>
internal sealed record Payload
{
    /// <summary>What folds where the values were erased.</summary>
    public static Payload Erased { get; } = new() { IsErased = true };

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsErased { get; init; }

    public string? SenderId { get; init; }

    public ImmutableArray<MessageContent> Contents { get; init; } = [];

    /// <summary>The provider's id of an inbound message.</summary>
    public string? ProviderMessageId { get; init; }

    public string? Text { get; init; }

    public string? Memory { get; init; }

    public QuestionState? Question { get; init; }

    public MessageThread? Thread { get; init; }

    public ReplyHandle? ReplyHandle { get; init; }

    public CustomerRecord? Record { get; init; }

    public ImmutableArray<Trait>? Traits { get; init; }

    public CustomerDevice? Device { get; init; }

    public Identifier? Identifier { get; init; }

    public ImmutableArray<BotCue> Cues { get; init; } = [];

    public CallCommand? Command { get; init; }

    /// <summary>What a call was told to do.</summary>
    public ImmutableArray<CallCommand>? Commands { get; init; }

    /// <summary>What a conversation has by itself, after an undone join.</summary>
    public ConversationState? State { get; init; }
}
