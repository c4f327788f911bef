namespace OmniChannel.Channels.Twilio;

/// <summary>One SMS account: a number or a messaging service of a Twilio account.</summary>
public sealed class TwilioSmsOptions : TwilioAccountOptions
{
    /// <summary>
    /// The sender: a number in E.164, a short code or an alphanumeric sender id. Null when <see cref="MessagingServiceSid"/> is set;
    /// with both, the messaging service must own the sender.
    /// </summary>
    public string? From { get; set; }

    /// <summary>A messaging service that picks the sender, <c>MG</c> and 32 characters; null when <see cref="From"/> is set.</summary>
    public string? MessagingServiceSid { get; set; }

    /// <summary>True when the sender can send MMS (United States and Canada); else media leave as links.</summary>
    /// <value>Default false.</value>
    public bool SendsMedia { get; set; }

    /// <summary>Words that forbid messages, besides STOP and its kin; for other languages.</summary>
    public string[] OptOutKeywords { get; set; } = [];

    /// <summary>Words that allow messages again, besides START and its kin.</summary>
    public string[] OptInKeywords { get; set; } = [];
}
