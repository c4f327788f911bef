using OmniChannel.Engagement.Inputs;

namespace OmniChannel.Engagement.Engine;

/// <summary>One step of recorded traffic: an input, or time that goes by.</summary>
internal readonly record struct TrafficStep
{
    public EngineInput? Input { get; init; }

    public TimeSpan Passes { get; init; }
}
