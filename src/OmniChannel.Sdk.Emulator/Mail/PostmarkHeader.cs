namespace OmniChannel.Emulator.Mail;

/// <summary>A header in Postmark's inbound document.</summary>
internal sealed record PostmarkHeader
{
    public required string Name { get; init; }

    public required string Value { get; init; }

    public override string ToString() => Name;
}
