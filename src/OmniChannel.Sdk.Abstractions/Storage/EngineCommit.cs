namespace OmniChannel.Storage;

/// <summary>What one batch changes: all of it or nothing.</summary>
public sealed record EngineCommit
{
    /// <summary>The head that the batch was decided on. The commit fails when the store's head is another.</summary>
    public required long ExpectedSequence { get; init; }

    /// <summary>The head after it: that of the last journal row.</summary>
    public required long NewSequence { get; init; }

    /// <summary>The lease epoch of the writer. The commit fails when the workspace's epoch is another.</summary>
    public long LeaseEpoch { get; init; }

    /// <summary>New inbox rows.</summary>
    public IReadOnlyList<InboxRow> Inbox { get; init; } = [];

    /// <summary>New journal rows, in order.</summary>
    public IReadOnlyList<JournalRow> Journal { get; init; } = [];

    /// <summary>State rows to write.</summary>
    public IReadOnlyList<StateRow> Rows { get; init; } = [];

    /// <summary>State rows to remove.</summary>
    public IReadOnlyList<RowKey> Removed { get; init; } = [];
}
