using System.Text.Json.Serialization;

namespace OmniChannel.Engagement.Facts;

/// <summary>A message is to be sent. Contents and recipient are in the payload.</summary>
internal sealed record MessageQueued : EngineFact
{
    public required MessageId Message { get; init; }

    public required ConversationId Conversation { get; init; }

    public long Entry { get; init; }

    public required ChannelAccountId Account { get; init; }

    public required long Recipient { get; init; }

    public required long Order { get; init; }

    public required DateTimeOffset Time { get; init; }

    public MessagePurpose Purpose { get; init; }

    public Locale Locale { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsAutomatic { get; init; }
}
