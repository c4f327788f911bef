namespace OmniChannel.Content;

/// <summary>What a media part is to a reader.</summary>
public enum MediaKind
{
    /// <summary>A still picture.</summary>
    Image,

    /// <summary>A recording.</summary>
    Audio,

    /// <summary>A film.</summary>
    Video,

    /// <summary>Anything else.</summary>
    File,
}
