namespace OmniChannel.Emulator.Mail;

/// <summary>An address in Postmark's inbound document; names are the vendor's.</summary>
internal sealed record PostmarkAddress
{
    public required string Email { get; init; }

    public string Name { get; init; } = "";

    public string MailboxHash { get; init; } = "";

    public override string ToString() => nameof(PostmarkAddress);
}
