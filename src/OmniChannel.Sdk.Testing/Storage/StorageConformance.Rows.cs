using OmniChannel.Storage;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Storage;

public sealed partial class StorageConformance
{
    private void AddRowChecks()
    {
        Add("Rows_WrittenAgain_AreReplacedInEveryColumn", RowsWrittenAgainAreReplacedInEveryColumnAsync);
        Add("Rows_Removed_AreGone", RowsRemovedAreGoneAsync);
        Add("Rows_MissingKeys_AreLeftOut", RowsMissingKeysAreLeftOutAsync);
        Add("Rows_ByParent_NewestKeyLast", RowsByParentNewestKeyLastAsync);
        Add("Rows_ByParentZero_AreNone", RowsByParentZeroAreNoneAsync);
        Add("Inbox_Find_GivesTheRowsThatAreThere", InboxFindGivesTheRowsThatAreThereAsync);
        Add("Inbox_OlderThanThirtyDays_IsRemovedInTheEnd_YoungerIsKept", InboxOlderThanThirtyDaysIsRemovedInTheEndYoungerIsKeptAsync);
    }

    private static async Task RowsWrittenAgainAreReplacedInEveryColumnAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        StateRow[] versions =
        [
            Row(StateTable.Messages, 1, 1, Bytes(1), parent: 5),
            Row(StateTable.Messages, 1, 2, Bytes(2, 2), parent: 5),
            Row(StateTable.Messages, 1, 3, Bytes(3), parent: 6),
            Row(StateTable.Messages, 1, 4, Bytes(4), parent: 6, isResident: true),
            Row(StateTable.Messages, 1, 5, Bytes(5), parent: 0, isResident: true),
            Row(StateTable.Messages, 1, 6, Bytes(), parent: 7),
        ];
        for (var i = 0; i < versions.Length; i++)
        {
            await store.WriteAsync(i, [Journal(i + 1)], [versions[i]]).ConfigureAwait(false);

            var found = await store.FindRowAsync(versions[i].Key).ConfigureAwait(false);

            Verify.That(found is not null);
            Verify.Equal(RowText.Of(versions[i]), RowText.Of(found));
        }

        Verify.Equal(0, (await store.Read.ReadByParentAsync(store.Workspace, StateTable.Messages, 5, cancellationToken).ConfigureAwait(false)).Count);
        Verify.Equal(0, (await store.Read.ReadByParentAsync(store.Workspace, StateTable.Messages, 6, cancellationToken).ConfigureAwait(false)).Count);
        Verify.Equal(1, (await store.Read.ReadByParentAsync(store.Workspace, StateTable.Messages, 7, cancellationToken).ConfigureAwait(false)).Count);
    }

    private static async Task RowsRemovedAreGoneAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await store.WriteAsync(
            0,
            [Journal(1)],
            [Row(StateTable.Effects, 1, 1, Bytes(1), 5, true), Row(StateTable.Effects, 2, 1, Bytes(2), 5)]).ConfigureAwait(false);

        await store.WriteAsync(1, [Journal(2)], removed: [new(StateTable.Effects, 1), new(StateTable.Effects, 77)]).ConfigureAwait(false);

        Verify.That(await store.FindRowAsync(new(StateTable.Effects, 1)).ConfigureAwait(false) is null);
        var children = await store.Read.ReadByParentAsync(store.Workspace, StateTable.Effects, 5, cancellationToken).ConfigureAwait(false);
        Verify.Same([2L], children.Select(r => r.Key.Key), "keys left");
        var load = await store.LoadAsync().ConfigureAwait(false);
        Verify.Equal(0, (await store.ListAsync(load.Rows).ConfigureAwait(false)).Count);
    }

    private static async Task RowsMissingKeysAreLeftOutAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await store.WriteAsync(
            0,
            [Journal(1)],
            [Row(StateTable.Atoms, 1, 1, Bytes(1)), Row(StateTable.Profiles, 2, 1, Bytes(2))]).ConfigureAwait(false);
        RowKey[] keys = [new(StateTable.Atoms, 1), new(StateTable.Atoms, 2), new(StateTable.Profiles, 2), new(StateTable.Profiles, 1)];

        var loaded = await store.Engine.LoadRowsAsync(store.Workspace, keys, cancellationToken).ConfigureAwait(false);
        var read = await store.Read.ReadRowsAsync(store.Workspace, keys, cancellationToken).ConfigureAwait(false);

        string[] expected = [RowText.Of(Row(StateTable.Atoms, 1, 1, Bytes(1))), RowText.Of(Row(StateTable.Profiles, 2, 1, Bytes(2)))];
        Verify.Same(expected, loaded.Select(RowText.Of).Order(StringComparer.Ordinal), "loaded rows");
        Verify.Same(expected, read.Select(RowText.Of).Order(StringComparer.Ordinal), "read rows");
        Verify.Equal(0, (await store.Engine.LoadRowsAsync(store.Workspace, [], cancellationToken).ConfigureAwait(false)).Count);
    }

    private static async Task RowsByParentNewestKeyLastAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        long[] keys = [30, 10, 20, long.MaxValue, 15];
        await store.WriteAsync(
            0,
            [Journal(1)],
            [.. keys.Select(k => Row(StateTable.WorkItems, k, 1, Bytes(1), 5)), Row(StateTable.WorkItems, 11, 1, Bytes(1), 6), Row(StateTable.Messages, 12, 1, Bytes(1), 5)]).ConfigureAwait(false);

        var rows = await store.Read.ReadByParentAsync(store.Workspace, StateTable.WorkItems, 5, cancellationToken).ConfigureAwait(false);

        Verify.Same(keys.Order(), rows.Select(r => r.Key.Key), "keys by parent");
    }

    private static async Task RowsByParentZeroAreNoneAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await store.WriteAsync(0, [Journal(1)], [Row(StateTable.Settings, 1, 1, Bytes(1))]).ConfigureAwait(false);

        Verify.Equal(0, (await store.Read.ReadByParentAsync(store.Workspace, StateTable.Settings, 0, cancellationToken).ConfigureAwait(false)).Count);
    }

    private static async Task InboxFindGivesTheRowsThatAreThereAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        InboxRow[] rows = [Inbox(1, 1, 1), Inbox(1, 2, 1, Bytes(7, 8)), Inbox(-1, 1, 1), Inbox(long.MinValue, long.MaxValue, 1, new byte[5000])];
        await store.WriteAsync(0, [Journal(1)], inbox: rows).ConfigureAwait(false);

        var found = await store.Engine.FindInboxAsync(
            store.Workspace, [new(2, 1), .. rows.Select(r => r.Key), new(1, 3), new(0, 0)], cancellationToken).ConfigureAwait(false);

        Verify.Same(
            rows.Select(RowText.Of).Order(StringComparer.Ordinal),
            found.Select(RowText.Of).Order(StringComparer.Ordinal),
            "inbox rows");
    }

    private static async Task InboxOlderThanThirtyDaysIsRemovedInTheEndYoungerIsKeptAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        var start = StoreSession.TimeOf(0);
        await store.WriteAsync(
            0,
            [Journal(1)],
            inbox: [.. Enumerable.Range(0, 500).Select(i => Inbox(i * 1_000_003L, i, 1) with { At = start })]).ConfigureAwait(false);
        await store.WriteAsync(
            1,
            [Journal(2)],
            inbox: [.. Enumerable.Range(0, 500).Select(i => Inbox(i * 1_000_033L, -1 - i, 2) with { At = start.AddDays(2) })]).ConfigureAwait(false);
        for (var i = 0; i < 40; i++)
        {
            var at = start.AddDays(31).AddSeconds(i);
            await store.WriteAsync(
                2 + i,
                [Journal(3 + i) with { At = at }],
                inbox: [.. Enumerable.Range(0, 64).Select(k => Inbox(-1 - k, i, 3 + i) with { At = at })]).ConfigureAwait(false);
        }

        // A store may remove them late, at the next load at the latest.
        await store.LoadAsync().ConfigureAwait(false);
        var old = await store.Engine.FindInboxAsync(
            store.Workspace,
            [.. Enumerable.Range(0, 500).Select(i => new InboxKey(i * 1_000_003L, i))],
            cancellationToken).ConfigureAwait(false);
        var young = await store.Engine.FindInboxAsync(
            store.Workspace,
            [.. Enumerable.Range(0, 500).Select(i => new InboxKey(i * 1_000_033L, -1 - i))],
            cancellationToken).ConfigureAwait(false);

        Verify.Equal(0, old.Count);
        Verify.Equal(500, young.Count);
    }
}
