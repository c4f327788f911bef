namespace OmniChannel.Testing.Channels;

/// <summary>A JSON body that a client of a stream channel posts.</summary>
public sealed record SamplePost
{
    /// <summary>A short name; it becomes part of the checks' names.</summary>
    public required string Name { get; init; }

    /// <summary><c>messages</c> or <c>acks</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The JSON body.</summary>
    public required string Body { get; init; }

    /// <summary>The events in it, in order. Their sender is always the visitor.</summary>
    public required IReadOnlyList<ExpectedEvent> Events { get; init; }
}
