namespace OmniChannel.Emulator;

/// <summary>One mail address of the application, whose incoming mail is posted as Postmark's inbound webhook does.</summary>
public sealed class EmulatorInbox
{
    /// <summary>The address that customers write to.</summary>
    public string Address { get; set; } = "";

    /// <summary>Where mail is posted; absolute, or relative to the application's own address.</summary>
    /// <value>Default the webhook of <c>email/support</c>.</value>
    public Uri Webhook { get; set; } = new("/omni/channels/email/support", UriKind.Relative);

    /// <summary>The user of basic authentication; null to post without it.</summary>
    public string? UserName { get; set; }

    /// <summary>The password of <see cref="UserName"/>.</summary>
    public string? Password { get; set; }
}
