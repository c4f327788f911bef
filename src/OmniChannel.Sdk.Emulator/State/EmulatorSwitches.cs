namespace OmniChannel.Emulator.State;

/// <summary>What goes wrong on purpose.</summary>
public sealed record EmulatorSwitches
{
    /// <summary>How sending SMS fails.</summary>
    public EmulatedOutage Sms { get; init; }

    /// <summary>How the mail server fails.</summary>
    public EmulatedOutage Mail { get; init; }

    /// <summary>True to post every webhook twice, in any order.</summary>
    public bool Duplicates { get; init; }
}
