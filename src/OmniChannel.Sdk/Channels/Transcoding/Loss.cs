namespace OmniChannel.Channels.Transcoding;

/// <summary>One thing that a channel could not carry.</summary>
internal sealed record Loss
{
    /// <summary>The content's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What became of it, as a stable word.</summary>
    public required string What { get; init; }
}
