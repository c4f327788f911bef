using OmniChannel.Engagement.Inputs;

namespace OmniChannel.Engagement.Engine;

/// <summary>An input that no step knows.</summary>
internal sealed record PoisonInput : EngineInput
{
    public override string Kind => "poison";
}
