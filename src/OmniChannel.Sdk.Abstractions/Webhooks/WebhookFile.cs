namespace OmniChannel.Webhooks;

/// <summary>A file part of a multipart form.</summary>
public sealed record WebhookFile
{
    /// <summary>The field's name.</summary>
    public required string Field { get; init; }

    /// <summary>The file name as sent; never use it as a path.</summary>
    public required string FileName { get; init; }

    /// <summary>The media type as sent.</summary>
    public required string ContentType { get; init; }

    /// <summary>The bytes.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }
}
