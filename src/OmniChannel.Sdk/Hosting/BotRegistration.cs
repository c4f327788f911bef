namespace OmniChannel.Hosting;

/// <summary>One <c>AddBot</c> call.</summary>
internal sealed record BotRegistration
{
    public required BotName Name { get; init; }
}
