using OmniChannel.Storage;

namespace OmniChannel.Conformance;

/// <summary>A good store with one fault, to see whether the kit finds it.</summary>
internal sealed class FaultyStore(IEngineStore engine, IReadStore read, StoreFault fault) : IEngineStore, IReadStore
{
    public async Task<EngineLoad> LoadAsync(WorkspaceId workspace, WorkspaceHead seed, CancellationToken cancellationToken)
    {
        var load = await engine.LoadAsync(Of(workspace), seed, cancellationToken);
        return fault == StoreFault.ResidentsLeftOut ? load with { Rows = load.Rows.Where(r => r.Key.Key >= 0) } : load;
    }

    public Task<IReadOnlyList<StateRow>> LoadRowsAsync(WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken) =>
        engine.LoadRowsAsync(Of(workspace), keys, cancellationToken);

    public async Task<IReadOnlyList<InboxRow>> FindInboxAsync(
        WorkspaceId workspace, IReadOnlyList<InboxKey> keys, CancellationToken cancellationToken)
    {
        var rows = await engine.FindInboxAsync(Of(workspace), keys, cancellationToken);
        return fault == StoreFault.AnswersLost ? [.. rows.Select(r => r with { Answer = default })] : rows;
    }

    public async Task<CommitOutcome> CommitAsync(WorkspaceId workspace, EngineCommit commit, CancellationToken cancellationToken)
    {
        var head = await engine.ReadHeadAsync(Of(workspace), cancellationToken);
        var changed = fault switch
        {
            StoreFault.HeadNotChecked => commit with
            {
                ExpectedSequence = head.Sequence,
                NewSequence = head.Sequence + commit.Journal.Count,
                Journal = [.. commit.Journal.Select((row, i) => row with { Sequence = head.Sequence + i + 1 })],
            },
            StoreFault.LeaseNotChecked => commit with { LeaseEpoch = head.LeaseEpoch },
            StoreFault.InboxNotUnique => commit with { Inbox = await NewOnesAsync(workspace, commit.Inbox, cancellationToken) },
            StoreFault.RemovedRowsStay => commit with { Removed = [] },
            StoreFault.EmptyPayloadLost => commit with
            {
                Journal = [.. commit.Journal.Select(row => row.Payload.IsEmpty ? row with { Payload = new byte[1] } : row)],
            },
            _ => commit,
        };
        return await engine.CommitAsync(Of(workspace), changed, cancellationToken);
    }

    public Task<WorkspaceHead> ReadHeadAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        engine.ReadHeadAsync(Of(workspace), cancellationToken);

    public IAsyncEnumerable<JournalRow> ReadConversationAsync(
        WorkspaceId workspace, ConversationId conversation, long fromEntry, CancellationToken cancellationToken)
    {
        var rows = read.ReadConversationAsync(Of(workspace), conversation, fromEntry, cancellationToken);
        return fault == StoreFault.ConversationFromFirstEntryOnly ? rows.Where(r => r.FirstEntry >= fromEntry) : rows;
    }

    public Task<IReadOnlyList<JournalRow>> ReadJournalAsync(WorkspaceId workspace, long after, int limit, CancellationToken cancellationToken) =>
        read.ReadJournalAsync(Of(workspace), after, limit, cancellationToken);

    public Task<IReadOnlyList<StateRow>> ReadRowsAsync(WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken) =>
        read.ReadRowsAsync(Of(workspace), keys, cancellationToken);

    public async Task<IReadOnlyList<StateRow>> ReadByParentAsync(
        WorkspaceId workspace, StateTable table, long parent, CancellationToken cancellationToken)
    {
        var rows = await read.ReadByParentAsync(Of(workspace), table, parent, cancellationToken);
        return fault == StoreFault.ParentOrderReversed ? [.. rows.Reverse()] : rows;
    }

    private async Task<IReadOnlyList<InboxRow>> NewOnesAsync(WorkspaceId workspace, IReadOnlyList<InboxRow> rows, CancellationToken cancellationToken)
    {
        var known = await engine.FindInboxAsync(Of(workspace), [.. rows.Select(r => r.Key)], cancellationToken);
        return [.. rows.DistinctBy(r => r.Key).ExceptBy(known.Select(k => k.Key), r => r.Key)];
    }

    private WorkspaceId Of(WorkspaceId workspace) => fault == StoreFault.WorkspacesMixed ? new(workspace.Value.ToLowerInvariant()) : workspace;
}
