namespace OmniChannel.Engagement.Inputs;

/// <summary>A provider call is over.</summary>
internal sealed record SendResultInput : EngineInput
{
    public required MessageId Message { get; init; }

    public required int Attempt { get; init; }

    public required SendResult Result { get; init; }

    public override string Kind => "send-result";

    public override IEnumerable<RowKey> Requires(WorkspaceState state) => RequiredRows.Early(state, Message);
}
