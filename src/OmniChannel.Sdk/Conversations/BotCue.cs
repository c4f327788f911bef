namespace OmniChannel.Conversations;

/// <summary>Why a bot is to be asked.</summary>
internal sealed record BotCue
{
    public required BotTrigger Trigger { get; init; }

    public MessageContent? Message { get; init; }
}
