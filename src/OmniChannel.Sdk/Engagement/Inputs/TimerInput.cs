namespace OmniChannel.Engagement.Inputs;

/// <summary>Something became due.</summary>
internal sealed record TimerInput : EngineInput
{
    public required TimerKind Timer { get; init; }

    public required long Id { get; init; }

    public required DateTimeOffset Due { get; init; }

    public override string Kind => "timer";

    public override IEnumerable<RowKey> Requires(WorkspaceState state) => Timer == TimerKind.Message
        ? [.. RequiredRows.Early(state, new(Id)), .. RequiredRows.MessageConversation(state, new(Id))]
        : [];
}
