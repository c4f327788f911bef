namespace OmniChannel.Channels;

/// <summary>A file that a stream channel brings along, such as its widget.</summary>
public sealed record StreamAsset
{
    /// <summary>Relative path, such as <c>widget.js</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Media type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Opens the bytes; the caller disposes the stream.</summary>
    public required Func<Stream> Open { get; init; }
}
