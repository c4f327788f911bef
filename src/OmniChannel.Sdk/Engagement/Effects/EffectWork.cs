namespace OmniChannel.Engagement.Effects;

/// <summary>An attempt to hand to a pump, with the state it was decided on.</summary>
internal sealed record EffectWork
{
    public MessageState? Message { get; init; }

    public EffectState? Effect { get; init; }
}
