namespace OmniChannel.Engagement.Inputs;

/// <summary>Routing changed: the most urgent work that somebody can take is offered. An input of its own, since an input appends to one conversation.</summary>
internal sealed record MatchInput : EngineInput
{
    public override string Kind => "match";
}
