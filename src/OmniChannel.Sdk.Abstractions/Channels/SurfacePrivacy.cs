namespace OmniChannel.Channels;

/// <summary>Who else can see the surface.</summary>
public enum SurfacePrivacy
{
    /// <summary>One person.</summary>
    Private,

    /// <summary>A household or whoever stands near.</summary>
    Shared,

    /// <summary>Anybody.</summary>
    Public,
}
