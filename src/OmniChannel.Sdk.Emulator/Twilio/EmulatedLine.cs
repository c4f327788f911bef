namespace OmniChannel.Emulator.Twilio;

/// <summary>One number with the account it belongs to.</summary>
internal sealed record EmulatedLine
{
    public required EmulatorAccount Account { get; init; }

    public required EmulatorNumber Number { get; init; }

    public override string ToString() => nameof(EmulatedLine);
}
