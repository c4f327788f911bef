namespace OmniChannel.Engagement.Effects;

/// <summary>What a live call should do next, decided while a request of the provider waits for it.</summary>
internal sealed record CallInstruction
{
    public required string SessionId { get; init; }

    public required IReadOnlyList<CallCommand> Commands { get; init; }
}
