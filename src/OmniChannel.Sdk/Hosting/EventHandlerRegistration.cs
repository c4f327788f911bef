namespace OmniChannel.Hosting;

/// <summary>One <c>AddEventHandler</c> call.</summary>
internal sealed record EventHandlerRegistration
{
    public required string Name { get; init; }
}
