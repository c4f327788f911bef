namespace OmniChannel.Engagement.Inputs;

/// <summary>An input that is decided by what happened in some conversations before, since their state does not tell it.</summary>
internal abstract record HistoryInput : EngineInput
{
    /// <summary>The facts of the conversations in the order of the journal; there when it is decided.</summary>
    public IReadOnlyList<object> History { get; set; } = [];

    /// <summary>Whose history is needed, once their rows are in memory.</summary>
    public abstract IReadOnlyCollection<ConversationId> Histories(WorkspaceState state);
}
