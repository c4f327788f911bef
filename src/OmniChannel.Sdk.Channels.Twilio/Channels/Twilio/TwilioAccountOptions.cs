namespace OmniChannel.Channels.Twilio;

/// <summary>What both Twilio channels need to know of the Twilio account.</summary>
public abstract class TwilioAccountOptions
{
    private protected TwilioAccountOptions()
    {
    }

    /// <summary>The account's or subaccount's SID, <c>AC</c> and 32 characters. Required.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>
    /// Auth tokens, at least one. Requests of ours use the first; a webhook may be signed with any of them, so that a token can be
    /// rotated without a gap.
    /// </summary>
    public string[] AuthTokens { get; set; } = [];

    /// <summary>Where the REST API is.</summary>
    /// <value>Default Twilio's public address; a regional edge, a proxy or an emulator otherwise.</value>
    public Uri BaseUrl { get; set; } = new("https://api.twilio.com");

    /// <summary>The most REST calls per second for this account; null for no limit of ours (Twilio queues by the sender's rate).</summary>
    public double? SendsPerSecond { get; set; }
}
