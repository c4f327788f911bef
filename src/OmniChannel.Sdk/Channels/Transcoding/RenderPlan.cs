namespace OmniChannel.Channels.Transcoding;

/// <summary>What a channel can carry of a content, and what was lost on the way.</summary>
internal sealed record RenderPlan
{
    public required ImmutableArray<MessageContent> Parts { get; init; }

    public ImmutableArray<Loss> Losses { get; init; } = [];
}
