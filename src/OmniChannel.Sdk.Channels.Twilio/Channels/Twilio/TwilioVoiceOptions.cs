namespace OmniChannel.Channels.Twilio;

/// <summary>One voice account: a number of a Twilio account.</summary>
public sealed class TwilioVoiceOptions : TwilioAccountOptions
{
    /// <summary>The language to speak where a command names none, such as <c>ja-JP</c>.</summary>
    /// <value>Default <c>en-US</c>.</value>
    public string Language { get; set; } = "en-US";

    /// <summary>
    /// Twilio's names of the voices by primary language, such as <c>ja</c> to <c>Polly.Kazuha-Neural</c>; a language that is missing
    /// gets Twilio's own choice.
    /// </summary>
    public Dictionary<string, string> Voices { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number that an agent's phone shows, in E.164; null to show the caller's own.</summary>
    public string? CallerId { get; set; }

    /// <summary>How long an agent's phone rings, 5 to 600 seconds.</summary>
    /// <value>Default 20 s.</value>
    public TimeSpan DialTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Silence between two announcements to a waiting caller, 1 to 120 seconds.</summary>
    /// <value>Default 15 s.</value>
    public TimeSpan WaitPause { get; set; } = TimeSpan.FromSeconds(15);
}
