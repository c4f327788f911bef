namespace OmniChannel.Channels;

/// <summary>What media a channel carries natively.</summary>
public sealed record MediaLimit
{
    /// <summary>The kinds it takes.</summary>
    public required IReadOnlyList<MediaKind> Kinds { get; init; }

    /// <summary>The greatest size in bytes.</summary>
    public required long MaxBytes { get; init; }
}
