namespace OmniChannel.Emulator;

/// <summary>
/// One number of the application. Addresses are absolute, or relative to the application's own; a fragment holds Twilio's connection
/// overrides, such as <c>#rc=3&amp;rp=all</c> for three retries of every failure.
/// </summary>
public sealed class EmulatorNumber
{
    /// <summary>The number in E.164.</summary>
    public string Number { get; set; } = "";

    /// <summary>Where incoming messages are posted; null when the number takes none.</summary>
    /// <value>Default the webhook of <c>sms/main</c>.</value>
    public Uri? SmsWebhook { get; set; } = new("/omni/channels/sms/main", UriKind.Relative);

    /// <summary>Where incoming calls and the ends of calls are posted; null when the number takes none.</summary>
    /// <value>Default the webhook of <c>voice/main</c>.</value>
    public Uri? VoiceWebhook { get; set; } = new("/omni/channels/voice/main", UriKind.Relative);
}
