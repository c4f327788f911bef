using OmniChannel.Storage;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Storage;

public sealed partial class StorageConformance
{
    private const int RowsOfReaders = 20;

    private void AddVolumeChecks()
    {
        Add("Reopen_FindsEverythingCommitted", ReopenFindsEverythingCommittedAsync);
        Add("Values_OfOneMegabyte_ComeBack", ValuesOfOneMegabyteComeBackAsync);
        Add("Batch_OfTenThousandRows_IsOneCommit", BatchOfTenThousandRowsIsOneCommitAsync);
        Add("Readers_WhileCommitsRun_SeeWholeCommitsOnly", ReadersWhileCommitsRunSeeWholeCommitsOnlyAsync);
    }

    private static async Task ReopenFindsEverythingCommittedAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        var row = Row(StateTable.Identifiers, -5, 1, Bytes(1, 2, 3), 9, true);
        await store.WriteAsync(
            0,
            [Journal(1, 4, 1, facts: 2, payload: Bytes(5))],
            [row],
            inbox: [Inbox(1, 2, 1, Bytes(6))]).ConfigureAwait(false);

        await store.ReopenAsync().ConfigureAwait(false);
        var load = await store.LoadAsync().ConfigureAwait(false);

        Verify.Equal(1, load.Head.Sequence);
        Verify.Same([RowText.Of(row)], (await store.ListAsync(load.Rows).ConfigureAwait(false)).Select(RowText.Of), "resident rows");
        Verify.Same([1L], await store.ListAsync(load.InboxKeys).ConfigureAwait(false), "inbox keys");
        Verify.Equal(1, (await store.ReadConversationAsync(4, 1).ConfigureAwait(false)).Count);
        await store.WriteAsync(1, [Journal(2)]).ConfigureAwait(false);
    }

    private static async Task ValuesOfOneMegabyteComeBackAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        var large = new byte[1 << 20];
        new Random(1).NextBytes(large);
        var journal = Journal(1, 4, 1, payload: large) with { Facts = [new FactRecord { Kind = "large", Version = 1, Body = large }] };
        var row = Row(StateTable.Settings, 1, 1, large, isResident: true);
        await store.WriteAsync(0, [journal], [row], inbox: [Inbox(1, 1, 1, large)]).ConfigureAwait(false);

        var read = await store.ReadConversationAsync(4, 1).ConfigureAwait(false);
        var found = await store.FindRowAsync(row.Key).ConfigureAwait(false);
        var inbox = await store.Engine.FindInboxAsync(store.Workspace, [new(1, 1)], cancellationToken).ConfigureAwait(false);

        Verify.Same([RowText.Of(journal)], read.Select(RowText.Of), "journal rows");
        Verify.Equal(RowText.Of(row), RowText.Of(found!));
        Verify.Same([RowText.Of(Inbox(1, 1, 1, large))], inbox.Select(RowText.Of), "inbox rows");
    }

    private static async Task BatchOfTenThousandRowsIsOneCommitAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        const int Count = 10_000;
        await store.WriteAsync(
            0,
            [.. Enumerable.Range(1, Count).Select(i => Journal(i, 1 + (i % 100), 1 + (i / 100)))],
            [.. Enumerable.Range(1, Count).Select(i => Row(StateTable.Conversations, i, i, Bytes((byte)i), isResident: true))],
            inbox: [.. Enumerable.Range(1, Count).Select(i => Inbox(i * 982_451_653L, i, i))]).ConfigureAwait(false);

        var load = await store.LoadAsync().ConfigureAwait(false);

        Verify.Equal(Count, load.Head.Sequence);
        Verify.Equal(Count, (await store.ListAsync(load.Rows).ConfigureAwait(false)).Count);
        Verify.Equal(Count, (await store.ListAsync(load.InboxKeys).ConfigureAwait(false)).Distinct().Count());
        Verify.Equal(Count, (await store.Read.ReadJournalAsync(store.Workspace, 0, Count + 1, cancellationToken).ConfigureAwait(false)).Count);
        RowKey[] keys = [.. Enumerable.Range(1, Count).Select(i => new RowKey(StateTable.Conversations, i))];
        Verify.Equal(Count, (await store.Engine.LoadRowsAsync(store.Workspace, keys, cancellationToken).ConfigureAwait(false)).Count);
    }

    private static async Task ReadersWhileCommitsRunSeeWholeCommitsOnlyAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await WriteRoundAsync(store, 0).ConfigureAwait(false);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3)
            .Select(_ => Task.Run(() => ReadRoundsAsync(store, done.Token, cancellationToken), cancellationToken))
            .ToArray();
        try
        {
            for (var i = 1; i < 100; i++)
            {
                await WriteRoundAsync(store, i).ConfigureAwait(false);
            }
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(readers).ConfigureAwait(false);
        }

        Verify.Equal(100, (await store.Engine.ReadHeadAsync(store.Workspace, cancellationToken).ConfigureAwait(false)).Sequence);
    }

    private static Task WriteRoundAsync(StoreSession store, long head) => store.WriteAsync(
        head,
        [Journal(head + 1, 4, head + 1)],
        [.. Enumerable.Range(1, RowsOfReaders).Select(k => Row(StateTable.Profiles, k, head + 1, Bytes((byte)head), parent: 3))],
        inbox: [Inbox(head, 1, head + 1)]);

    /// <summary>Each read gives rows of one commit; what was seen once is never unseen; the journal is never ahead of the rows read later.</summary>
    private static async Task ReadRoundsAsync(StoreSession store, CancellationToken done, CancellationToken cancellationToken)
    {
        RowKey[] keys = [.. Enumerable.Range(1, RowsOfReaders).Select(k => new RowKey(StateTable.Profiles, k))];
        long seen = 1;
        do
        {
            var journal = await store.Read.ReadJournalAsync(store.Workspace, seen - 1, 1000, cancellationToken).ConfigureAwait(false);
            var read = await store.Read.ReadRowsAsync(store.Workspace, keys, cancellationToken).ConfigureAwait(false);
            var children = await store.Read.ReadByParentAsync(store.Workspace, StateTable.Profiles, 3, cancellationToken).ConfigureAwait(false);
            var loaded = await store.Engine.LoadRowsAsync(store.Workspace, keys, cancellationToken).ConfigureAwait(false);
            foreach (var rows in new[] { read, children, loaded })
            {
                Verify.Equal(RowsOfReaders, rows.Count);
                Verify.Equal(1, rows.Select(r => r.AppliedSequence).Distinct().Count(), "the number of commits seen by one read");
                Verify.That(rows[0].AppliedSequence >= seen, "reads do not go back");
                Verify.That(rows[0].AppliedSequence >= journal[^1].Sequence, "rows are there when their journal row is");
                seen = rows[0].AppliedSequence;
            }

            var head = await store.Engine.ReadHeadAsync(store.Workspace, cancellationToken).ConfigureAwait(false);
            Verify.That(head.Sequence >= seen, "the head is there when its rows are");
        }
        while (!done.IsCancellationRequested);
    }
}
