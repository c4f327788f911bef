namespace OmniChannel.Channels;

/// <summary>What a reply needs on a channel with threads.</summary>
public sealed record MessageThread
{
    /// <summary>The subject of the thread.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Provider id of the message answered; null for a new thread.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Provider ids of the thread so far, oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];
}
