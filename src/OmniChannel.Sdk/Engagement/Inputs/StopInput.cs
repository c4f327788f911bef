namespace OmniChannel.Engagement.Inputs;

/// <summary>The process is about to stop: what is in line stays in line from here on, so that no call is begun whose outcome nobody would hear.</summary>
internal sealed record StopInput : EngineInput
{
    public override string Kind => "stop";
}
