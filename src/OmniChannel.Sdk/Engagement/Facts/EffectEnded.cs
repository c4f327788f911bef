namespace OmniChannel.Engagement.Facts;

/// <summary>I/O is done or given up.</summary>
internal sealed record EffectEnded : EngineFact
{
    public required EffectId Effect { get; init; }

    public required string Outcome { get; init; }
}
