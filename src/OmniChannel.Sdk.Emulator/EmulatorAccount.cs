namespace OmniChannel.Emulator;

/// <summary>One Twilio account that the emulator plays.</summary>
public sealed class EmulatorAccount
{
    /// <summary>The account SID, <c>AC</c> and letters or digits; the user of basic authentication.</summary>
    public string Sid { get; set; } = "";

    /// <summary>The auth token: the password of REST calls, and the key that webhooks are signed with.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>The account's numbers; the first one sends for a messaging service.</summary>
    public IList<EmulatorNumber> Numbers { get; } = [];
}
