namespace OmniChannel.Engagement.Inputs;

/// <summary>Nothing: it ends once everything before it, and everything due, is committed.</summary>
internal sealed record FlushInput : EngineInput
{
    public override string Kind => "flush";
}
