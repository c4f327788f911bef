namespace OmniChannel;

/// <summary>A server-sent event for a visitor; without a name it only keeps the connection.</summary>
public sealed record VisitorFrame
{
    /// <summary><c>conversationId:sequence</c>; empty for a keep-alive.</summary>
    public string Id { get; init; } = "";

    /// <summary>The event's name; empty for a keep-alive.</summary>
    public string Event { get; init; } = "";

    /// <summary>One line of JSON.</summary>
    public string Data { get; init; } = "";
}
