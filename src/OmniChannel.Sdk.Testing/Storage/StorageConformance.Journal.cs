using OmniChannel.Storage;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Storage;

public sealed partial class StorageConformance
{
    private void AddJournalChecks()
    {
        Add("Journal_Read_IsInOrderAndLimited", JournalReadIsInOrderAndLimitedAsync);
        Add("Journal_Rows_KeepEveryColumn", JournalRowsKeepEveryColumnAsync);
        Add("Journal_EmptyPayload_ReadsEmpty", JournalEmptyPayloadReadsEmptyAsync);
        Add("Conversation_FromAnEntry_StartsAtTheRowThatHoldsIt", ConversationFromAnEntryStartsAtTheRowThatHoldsItAsync);
        Add("Conversation_Long_IsReadWhole", ConversationLongIsReadWholeAsync);
        Add("Conversation_StreamLeftHalfway_HoldsNothingUp", ConversationStreamLeftHalfwayHoldsNothingUpAsync);
    }

    private static async Task JournalReadIsInOrderAndLimitedAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await store.WriteAsync(0, [Journal(1), Journal(2), Journal(3)]).ConfigureAwait(false);
        await store.WriteAsync(3, [Journal(4), Journal(5)]).ConfigureAwait(false);

        Verify.Same([1L, 2L, 3L, 4L, 5L], await SequencesAsync(store, 0, 10, cancellationToken).ConfigureAwait(false), "whole journal");
        Verify.Same([3L, 4L], await SequencesAsync(store, 2, 2, cancellationToken).ConfigureAwait(false), "journal after 2, two rows");
        Verify.Same([], await SequencesAsync(store, 5, 10, cancellationToken).ConfigureAwait(false), "journal after its end");
        Verify.Same([], await SequencesAsync(store, 0, 0, cancellationToken).ConfigureAwait(false), "no rows asked for");
    }

    private static async Task JournalRowsKeepEveryColumnAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        JournalRow[] rows =
        [
            Journal(1, facts: 0),
            Journal(2, conversation: long.MaxValue, firstEntry: 1, facts: 3, payload: Bytes(1, 2), subject: long.MinValue),
            Journal(3) with
            {
                InputKind = "種類 é",
                At = new DateTimeOffset(2026, 3, 2, 18, 0, 0, 1, TimeSpan.FromHours(9)).AddTicks(1),
                Facts =
                [
                    new FactRecord { Kind = "", Version = int.MaxValue, Body = default },
                    new FactRecord { Kind = new string('k', 300), Version = 1, Body = new byte[70_000] },
                ],
            },
        ];
        await store.WriteAsync(0, rows).ConfigureAwait(false);

        await store.ReopenAsync().ConfigureAwait(false);
        await store.LoadAsync().ConfigureAwait(false);
        var read = await store.Read.ReadJournalAsync(store.Workspace, 0, 10, cancellationToken).ConfigureAwait(false);

        Verify.Same(rows.Select(RowText.Of), read.Select(RowText.Of), "journal rows");
    }

    private static async Task JournalEmptyPayloadReadsEmptyAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await store.WriteAsync(0, [Journal(1), Journal(2, payload: Array.Empty<byte>())]).ConfigureAwait(false);

        var read = await store.Read.ReadJournalAsync(store.Workspace, 0, 10, cancellationToken).ConfigureAwait(false);

        Verify.That(read.All(r => r.Payload.IsEmpty), "empty payloads");
    }

    private static async Task ConversationFromAnEntryStartsAtTheRowThatHoldsItAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await store.WriteAsync(
            0,
            [Journal(1, 4, 1, facts: 3), Journal(2, 5, 1), Journal(3, 4, 4), Journal(4), Journal(5, 4, 5, facts: 2)]).ConfigureAwait(false);
        (long From, long[] Sequences)[] cases =
        [
            (0, [1, 3, 5]), (1, [1, 3, 5]), (2, [1, 3, 5]), (3, [1, 3, 5]), (4, [3, 5]), (5, [5]), (6, [5]),
        ];

        foreach (var (from, sequences) in cases)
        {
            var rows = await store.ReadConversationAsync(4, from).ConfigureAwait(false);
            Verify.Same(sequences, rows.Select(r => r.Sequence), $"rows from entry {from}");
        }

        Verify.Equal(0, (await store.ReadConversationAsync(99, 0).ConfigureAwait(false)).Count);
    }

    private static async Task ConversationLongIsReadWholeAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await store.WriteAsync(
            0,
            [.. Enumerable.Range(1, 3000).Select(i => Journal(i, (i % 2) + 1, (i / 2) + 1, payload: new byte[i % 700]))]).ConfigureAwait(false);

        var rows = await store.ReadConversationAsync(2, 0).ConfigureAwait(false);

        Verify.Same(Enumerable.Range(0, 1500).Select(i => (2L * i) + 1), rows.Select(r => r.Sequence), "rows");
    }

    private static async Task ConversationStreamLeftHalfwayHoldsNothingUpAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await store.WriteAsync(0, [.. Enumerable.Range(1, 50).Select(i => Journal(i, 4, i))]).ConfigureAwait(false);

        var seen = 0;
        await foreach (var row in store.Read.ReadConversationAsync(store.Workspace, new(4), 0, cancellationToken).ConfigureAwait(false))
        {
            if (++seen == 10)
            {
                await store.WriteAsync(50, [Journal(51, 4, 51)]).ConfigureAwait(false);
                break;
            }
        }

        Verify.Equal(51, (await store.ReadConversationAsync(4, 0).ConfigureAwait(false)).Count);
    }

    private static async Task<IEnumerable<long>> SequencesAsync(StoreSession store, long after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.Read.ReadJournalAsync(store.Workspace, after, limit, cancellationToken).ConfigureAwait(false);
        return rows.Select(r => r.Sequence);
    }
}
