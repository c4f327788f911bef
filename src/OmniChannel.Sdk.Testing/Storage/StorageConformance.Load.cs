using OmniChannel.Storage;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Storage;

public sealed partial class StorageConformance
{
    private void AddLoadChecks()
    {
        Add("Load_NewWorkspace_KeepsTheSeed", LoadNewWorkspaceKeepsTheSeedAsync);
        Add("Load_ExistingWorkspace_IgnoresAnotherSeed", LoadExistingWorkspaceIgnoresAnotherSeedAsync);
        Add("Load_Residents_AreExactlyTheResidentRowsOfEveryTable", LoadResidentsAreExactlyTheResidentRowsOfEveryTableAsync);
        Add("Load_RowNoLongerResident_IsLeftOut", LoadRowNoLongerResidentIsLeftOutAsync);
        Add("Load_InboxKeys_AreTheHighHalves", LoadInboxKeysAreTheHighHalvesAsync);
        Add("Workspaces_AreIsolated", WorkspacesAreIsolatedAsync);
    }

    private static async Task LoadNewWorkspaceKeepsTheSeedAsync(StoreSession store, CancellationToken cancellationToken)
    {
        var load = await store.LoadAsync(seed: 1).ConfigureAwait(false);

        Verify.Equal(0, load.Head.Sequence);
        Verify.Equal(DateTimeOffset.MinValue, load.Head.LastAt);
        Verify.Equal(0, load.Head.LeaseEpoch);
        Verify.Equal(StoreSession.SeedOf(1).IdSeed, load.Head.IdSeed);
        Verify.That(load.Head.HashKey.Span.SequenceEqual(StoreSession.SeedOf(1).HashKey.Span));
        Verify.Equal(0, (await store.ListAsync(load.Rows).ConfigureAwait(false)).Count);
        Verify.Equal(0, (await store.ListAsync(load.InboxKeys).ConfigureAwait(false)).Count);
    }

    private static async Task LoadExistingWorkspaceIgnoresAnotherSeedAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync(seed: 1).ConfigureAwait(false);
        await store.WriteAsync(0, [Journal(1), Journal(2)]).ConfigureAwait(false);

        var again = await store.LoadAsync(seed: 2).ConfigureAwait(false);
        await store.ReopenAsync().ConfigureAwait(false);
        var reopened = await store.LoadAsync(seed: 3).ConfigureAwait(false);

        foreach (var head in new[] { again.Head, reopened.Head })
        {
            Verify.Equal(2, head.Sequence);
            Verify.Equal(StoreSession.TimeOf(2), head.LastAt);
            Verify.Equal(StoreSession.SeedOf(1).IdSeed, head.IdSeed);
            Verify.That(head.HashKey.Span.SequenceEqual(StoreSession.SeedOf(1).HashKey.Span));
        }
    }

    private static async Task LoadResidentsAreExactlyTheResidentRowsOfEveryTableAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        long[] keys = [long.MinValue, 7, long.MaxValue];
        var residents = StateTable.All.SelectMany(t => keys.Select(k => Row(t, k, 1, Bytes(1), parent: 5, isResident: true))).ToList();
        var others = StateTable.All.Select(t => Row(t, 8, 1, Bytes(4), 5)).ToList();
        await store.WriteAsync(0, [Journal(1)], [.. residents, .. others]).ConfigureAwait(false);

        var load = await store.LoadAsync().ConfigureAwait(false);
        var rows = await store.ListAsync(load.Rows).ConfigureAwait(false);

        Verify.Same(
            residents.Select(RowText.Of).Order(StringComparer.Ordinal),
            rows.Select(RowText.Of).Order(StringComparer.Ordinal), "resident rows");
    }

    private static async Task LoadRowNoLongerResidentIsLeftOutAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await store.WriteAsync(
            0,
            [Journal(1)],
            [Row(StateTable.Conversations, 1, 1, Bytes(1), isResident: true), Row(StateTable.Conversations, 2, 1, Bytes(1))]).ConfigureAwait(false);
        await store.WriteAsync(
            1,
            [Journal(2)],
            [Row(StateTable.Conversations, 1, 2, Bytes(1)), Row(StateTable.Conversations, 2, 2, Bytes(1), isResident: true)]).ConfigureAwait(false);

        var load = await store.LoadAsync().ConfigureAwait(false);
        var rows = await store.ListAsync(load.Rows).ConfigureAwait(false);

        Verify.Same([2L], rows.Select(r => r.Key.Key), "resident keys");
    }

    private static async Task LoadInboxKeysAreTheHighHalvesAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        var keys = Enumerable.Range(-3000, 6000).Select(i => i * 3_074_457_345_618L).ToList();
        await store.WriteAsync(0, [Journal(1)], inbox: [.. keys.Select(k => Inbox(k, ~k, 1)), Inbox(keys[0], 5, 1)]).ConfigureAwait(false);

        var load = await store.LoadAsync().ConfigureAwait(false);
        var found = await store.ListAsync(load.InboxKeys).ConfigureAwait(false);

        Verify.Same(keys.Append(keys[0]).Order(), found.Order(), "inbox keys");
    }

    private static async Task WorkspacesAreIsolatedAsync(StoreSession store, CancellationToken cancellationToken)
    {
        var other = new WorkspaceId(store.Workspace.Value.ToUpperInvariant());
        await store.LoadAsync(seed: 1).ConfigureAwait(false);
        await store.WriteAsync(
            0,
            [Journal(1, conversation: 4, firstEntry: 1)],
            [Row(StateTable.Profiles, 1, 1, Bytes(1), 9, true)],
            inbox: [Inbox(1, 1, 1)]).ConfigureAwait(false);

        Verify.Equal(0, (await store.Read.ReadJournalAsync(other, 0, 10, cancellationToken).ConfigureAwait(false)).Count);
        var load = await store.Engine.LoadAsync(other, StoreSession.SeedOf(2), cancellationToken).ConfigureAwait(false);

        Verify.Equal(0, load.Head.Sequence);
        Verify.Equal(StoreSession.SeedOf(2).IdSeed, load.Head.IdSeed);
        Verify.Equal(0, (await store.ListAsync(load.Rows).ConfigureAwait(false)).Count);
        Verify.Equal(0, (await store.ListAsync(load.InboxKeys).ConfigureAwait(false)).Count);
        Verify.Equal(0, (await store.Read.ReadRowsAsync(other, [new(StateTable.Profiles, 1)], cancellationToken).ConfigureAwait(false)).Count);
        Verify.Equal(0, (await store.Read.ReadByParentAsync(other, StateTable.Profiles, 9, cancellationToken).ConfigureAwait(false)).Count);
        Verify.Equal(0, (await store.Engine.FindInboxAsync(other, [new(1, 1)], cancellationToken).ConfigureAwait(false)).Count);
        Verify.Equal(0, (await store.ListAsync(store.Read.ReadConversationAsync(other, new(4), 0, cancellationToken)).ConfigureAwait(false)).Count);
    }
}
