namespace OmniChannel.Engagement.Effects;

/// <summary>I/O to begin once its batch is committed: an attempt at a message or at an effect.</summary>
internal readonly record struct EffectStart
{
    public MessageId Message { get; init; }

    public EffectId Effect { get; init; }

    public required int Attempt { get; init; }
}
