namespace OmniChannel.Engagement.Inputs;

/// <summary>An input that is decided by what happened in some conversations before, since their state does not tell it.</summary>
internal abstract record HistoryInput : EngineInput
{
    /// <summary>The facts of the conversations in the order of the journal; there when it is decided.</summary>
    public IReadOnlyList<object> History { get; set; } = [];

    public required ConversationId Conversation { get; init; }

    /// <summary>Whose history is needed: the conversation's, and that of all it is or was joined with.</summary>
    /// <exception cref="RowsMissingException">One of them is not in memory.</exception>
    public IReadOnlyCollection<ConversationId> Histories(WorkspaceState state)
    {
        var found = new List<ConversationId>();
        var next = new Queue<ConversationId>([Conversation]);
        while (next.TryDequeue(out var id))
        {
            if (!found.Contains(id) && state.Row(id) is { } row)
            {
                found.Add(id);
                foreach (var other in row.Joined.Concat(row.Apart).Append(row.JoinedInto))
                {
                    next.Enqueue(other);
                }
            }
        }

        return found;
    }
}
