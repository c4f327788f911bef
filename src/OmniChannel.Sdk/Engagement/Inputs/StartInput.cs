namespace OmniChannel.Engagement.Inputs;

/// <summary>The engine started: what was under way when it stopped is sorted out.</summary>
internal sealed record StartInput : EngineInput
{
    public override string Kind => "start";
}
