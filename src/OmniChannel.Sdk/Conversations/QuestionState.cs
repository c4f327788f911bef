namespace OmniChannel.Conversations;

/// <summary>A question of ours that waits for an answer.</summary>
internal sealed record QuestionState
{
    /// <summary>What the answer is kept under; empty for nothing.</summary>
    public string Slot { get; init; } = "";

    public required string Text { get; init; }

    public ImmutableArray<ChoiceOption> Options { get; init; } = [];
}
