namespace OmniChannel.Emulator.State;

/// <summary>All that the emulator shows, at one moment. Bounded: the oldest entries are dropped.</summary>
public sealed record EmulatorSnapshot
{
    /// <summary>Grows by one with each change, resets included.</summary>
    public required long Version { get; init; }

    /// <summary>What goes wrong on purpose.</summary>
    public EmulatorSwitches Switches { get; init; } = new();

    /// <summary>The application's numbers.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>The application's mail addresses.</summary>
    public IReadOnlyList<string> Inboxes { get; init; } = [];

    /// <summary>Text messages, oldest first; the last 200.</summary>
    public IReadOnlyList<EmulatedSms> Messages { get; init; } = [];

    /// <summary>Calls, oldest first; the last 20.</summary>
    public IReadOnlyList<EmulatedCall> Calls { get; init; } = [];

    /// <summary>Mails, oldest first; the last 50.</summary>
    public IReadOnlyList<EmulatedMail> Mails { get; init; } = [];

    /// <summary>Deliveries to the application, oldest first; the last 30.</summary>
    public IReadOnlyList<EmulatedWebhook> Webhooks { get; init; } = [];

    /// <summary>The version only.</summary>
    public override string ToString() => $"version {Version}";
}
