using OmniChannel.Content;

namespace OmniChannel.Channels.WebChat;

/// <summary>The JSON of one <c>entry</c> event: everything a browser learns of an entry.</summary>
internal sealed record EntryFrame
{
    public const string Message = "message";

    public required ConversationId Conversation { get; init; }

    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>message</c>, <c>leg</c>, <c>joined</c>, <c>queued</c> or <c>closed</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>customer</c>, <c>agent</c>, <c>bot</c> or <c>system</c>.</summary>
    public required string Author { get; init; }

    public string? AuthorName { get; init; }

    /// <summary>The kind of channel where it is not this one.</summary>
    public string? Channel { get; init; }

    public string? ClientId { get; init; }

    public MessageContent? Content { get; init; }

    /// <summary>
    /// <c>sending</c>, <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>failed</c>, <c>erased</c>, or <c>withdrawn</c> for a message that was shown and
    /// is not sent after all.
    /// </summary>
    public string? Status { get; init; }
}
