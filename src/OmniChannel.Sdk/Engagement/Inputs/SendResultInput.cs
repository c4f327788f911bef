namespace OmniChannel.Engagement.Inputs;

/// <summary>A provider call is over.</summary>
internal sealed record SendResultInput : EngineInput
{
    public required MessageId Message { get; init; }

    public required int Attempt { get; init; }

    public required SendResult Result { get; init; }

    public override string Kind => "send-result";

    /// <summary>The answer may come when its message stood aside and left memory.</summary>
    public override IEnumerable<RowKey> Requires(WorkspaceState state) =>
        [new(StateTable.Messages, Message.Value), .. RequiredRows.Early(state, Message), .. RequiredRows.MessageConversation(state, Message)];
}
