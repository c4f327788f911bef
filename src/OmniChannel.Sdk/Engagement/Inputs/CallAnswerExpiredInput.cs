namespace OmniChannel.Engagement.Inputs;

/// <summary>The request that waited for a call's instructions was answered without any: later ones go to the provider by a call of ours.</summary>
internal sealed record CallAnswerExpiredInput : EngineInput
{
    public required string SessionId { get; init; }

    public override string Kind => "call-answer-expired";
}
