namespace OmniChannel.Emulator;

/// <summary>What the emulator plays. Read once, when <see cref="OmniEmulator"/> is created.</summary>
public sealed class EmulatorOptions
{
    /// <summary>Lets <c>MapOmniEmulator</c> run outside Development. Whoever reaches its page can then write as any customer.</summary>
    /// <value>Default false.</value>
    public bool AllowOutsideDevelopment { get; set; }

    /// <summary>Where the application is reached, as its own <c>PublicBaseUrl</c> says: signatures cover it.</summary>
    /// <value>Default null: the first address the server listens on.</value>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>The provider accounts; the application's adapters use the same SIDs and tokens. SIDs differ.</summary>
    public IList<EmulatorAccount> Accounts { get; } = [];

    /// <summary>The application's own mail addresses.</summary>
    public IList<EmulatorInbox> Inboxes { get; } = [];

    /// <summary>Agents' phones that do not behave like the others; every other number or SIP address rings and is answered.</summary>
    public IList<EmulatorAgentPhone> AgentPhones { get; } = [];

    /// <summary>The loopback port of the provider's REST API.</summary>
    /// <value>Default 0, any free one; <see cref="OmniEmulator.ApiUrl"/> says which.</value>
    public int ApiPort { get; set; }

    /// <summary>The loopback port of the mail server.</summary>
    /// <value>Default 0, any free one; <see cref="OmniEmulator.SmtpPort"/> says which.</value>
    public int SmtpPort { get; set; }

    /// <summary>The user name that the mail server wants; null to take mail without AUTH and any user with it.</summary>
    public string? SmtpUserName { get; set; }

    /// <summary>The password of <see cref="SmtpUserName"/>.</summary>
    public string? SmtpPassword { get; set; }

    /// <summary>The largest mail that is taken, in bytes.</summary>
    /// <value>Default 10 MiB.</value>
    public int MaxMailBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How fast people and networks are.</summary>
    public EmulatorPace Pace { get; } = new();

    /// <summary>The seed of the order in which duplicated webhooks arrive.</summary>
    public int Seed { get; set; } = 1;
}
