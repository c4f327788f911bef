namespace OmniChannel.Channels;

/// <summary>How people use a channel: what the engine needs to know of it, instead of its name.</summary>
public enum ChannelMedium
{
    /// <summary>Messages answered when it suits: SMS, messengers.</summary>
    AsyncText,

    /// <summary>Text with somebody waiting at the other end: web chat.</summary>
    SyncText,

    /// <summary>A call.</summary>
    Voice,

    /// <summary>Letters with a subject: e-mail.</summary>
    Mail,

    /// <summary>Posts that others can read.</summary>
    Social,

    /// <summary>A form sent once.</summary>
    Form,

    /// <summary>A person standing in front of a counter.</summary>
    InPerson,
}
