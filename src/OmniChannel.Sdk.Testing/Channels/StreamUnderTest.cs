namespace OmniChannel.Testing.Channels;

/// <summary>What the author of a stream channel adds.</summary>
public sealed record StreamUnderTest
{
    /// <summary>How long a token is good after it was given.</summary>
    public required TimeSpan TokenLifetime { get; init; }

    /// <summary>What clients post, and what it means.</summary>
    public required IReadOnlyList<SamplePost> Posts { get; init; }
}
