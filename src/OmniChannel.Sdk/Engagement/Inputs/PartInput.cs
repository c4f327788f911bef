namespace OmniChannel.Engagement.Inputs;

/// <summary>A conversation is another customer's now than the one it is part of, and stands alone again.</summary>
internal sealed record PartInput : HistoryInput
{
    public override string Kind => "part";
}
