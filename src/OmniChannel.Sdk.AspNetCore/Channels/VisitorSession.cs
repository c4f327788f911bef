namespace OmniChannel.AspNetCore.Channels;

/// <summary>What a stream channel's client gets when it opens a session.</summary>
internal sealed record VisitorSession
{
    public string? Token { get; init; }

    public required string Visitor { get; init; }
}
