using OmniChannel.Storage;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Storage;

public sealed partial class StorageConformance
{
    private void AddCommitChecks()
    {
        Add("Commit_Accepted_MovesTheHead", CommitAcceptedMovesTheHeadAsync);
        Add("Commit_WithoutJournal_KeepsTheHead", CommitWithoutJournalKeepsTheHeadAsync);
        Add("Commit_HeadMoved_WritesNothing", static (store, ct) => RefusedAsync(store, ct, expected: 0, epoch: 0, CommitOutcome.HeadMoved));
        Add("Commit_HeadAhead_WritesNothing", static (store, ct) => RefusedAsync(store, ct, expected: 7, epoch: 0, CommitOutcome.HeadMoved));
        Add("Commit_LeaseLost_WritesNothing", static (store, ct) => RefusedAsync(store, ct, expected: 1, epoch: 99, CommitOutcome.LeaseLost));
        Add("Commit_LeaseLostAndHeadMoved_SaysLeaseLost", static (store, ct) => RefusedAsync(store, ct, expected: 0, epoch: 99, CommitOutcome.LeaseLost));
        Add("Commit_InboxKeyThere_ThrowsAndWritesNothing", static (store, ct) => ThrownAsync(store, [Inbox(2, 2, 2), Inbox(1, 1, 2)], [Journal(2)]));
        Add("Commit_InboxKeyTwice_ThrowsAndWritesNothing", static (store, ct) => ThrownAsync(store, [Inbox(2, 2, 2), Inbox(2, 2, 2)], [Journal(2)]));
        Add("Commit_GapInJournal_ThrowsAndWritesNothing", static (store, ct) => ThrownAsync(store, [Inbox(2, 2, 2)], [Journal(3)]));
        Add("Commit_AfterRefusals_IsTaken", CommitAfterRefusalsIsTakenAsync);
        Add("Commit_BuffersChangedAfterwards_KeepsWhatWasGiven", CommitBuffersChangedAfterwardsKeepsWhatWasGivenAsync);
        Add("Commit_Cancelled_WritesNothing", CommitCancelledWritesNothingAsync);
    }

    private static async Task CommitAcceptedMovesTheHeadAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await store.WriteAsync(0, [Journal(1), Journal(2), Journal(3)]).ConfigureAwait(false);

        var head = await store.Engine.ReadHeadAsync(store.Workspace, cancellationToken).ConfigureAwait(false);

        Verify.Equal(3, head.Sequence);
        Verify.Equal(StoreSession.TimeOf(3), head.LastAt);
    }

    private static async Task CommitWithoutJournalKeepsTheHeadAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await store.WriteAsync(0, [Journal(1)]).ConfigureAwait(false);
        await store.WriteAsync(1, rows: [Row(StateTable.Settings, 1, 1, Bytes(1))]).ConfigureAwait(false);

        var head = await store.Engine.ReadHeadAsync(store.Workspace, cancellationToken).ConfigureAwait(false);

        Verify.Equal(1, head.Sequence);
        Verify.Equal(StoreSession.TimeOf(1), head.LastAt);
        Verify.That(await store.FindRowAsync(new(StateTable.Settings, 1)).ConfigureAwait(false) is not null);
    }

    private static async Task CommitAfterRefusalsIsTakenAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await ThrownAsync(store, [Inbox(1, 1, 2)], [Journal(2)]).ConfigureAwait(false);
        await store.WriteAsync(1, [Journal(2)], [Row(StateTable.Profiles, 1, 2, Bytes(2))], inbox: [Inbox(2, 2, 2)]).ConfigureAwait(false);

        Verify.Equal(2, (await store.FindRowAsync(new(StateTable.Profiles, 1)).ConfigureAwait(false))?.AppliedSequence);
    }

    private static async Task CommitBuffersChangedAfterwardsKeepsWhatWasGivenAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        var buffer = Bytes(1, 2, 3);
        var journal = Journal(1, payload: buffer) with { Facts = [new FactRecord { Kind = "kit", Version = 1, Body = buffer }] };
        await store.WriteAsync(
            0,
            [journal],
            [Row(StateTable.Profiles, 1, 1, buffer)],
            inbox: [Inbox(1, 1, 1, buffer)]).ConfigureAwait(false);

        Array.Fill(buffer, (byte)9);

        var row = await store.FindRowAsync(new(StateTable.Profiles, 1)).ConfigureAwait(false);
        var inbox = await store.Engine.FindInboxAsync(store.Workspace, [new(1, 1)], cancellationToken).ConfigureAwait(false);
        var read = await store.Read.ReadJournalAsync(store.Workspace, 0, 1, cancellationToken).ConfigureAwait(false);
        foreach (var kept in new[] { row!.Value, inbox[0].Answer, read[0].Payload, read[0].Facts[0].Body })
        {
            Verify.That(kept.Span.SequenceEqual(Bytes(1, 2, 3)), "bytes as they were at the commit");
        }
    }

    private static async Task CommitCancelledWritesNothingAsync(StoreSession store, CancellationToken cancellationToken)
    {
        await store.LoadAsync().ConfigureAwait(false);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync().ConfigureAwait(false);

        var commit = new EngineCommit { ExpectedSequence = 0, NewSequence = 1, Journal = [Journal(1)] };
        await Verify.ThrowsAsync(() => store.Engine.CommitAsync(store.Workspace, commit, cancelled.Token)).ConfigureAwait(false);

        await store.WriteAsync(0, [Journal(1)]).ConfigureAwait(false);
    }

    private static async Task PrepareAsync(StoreSession store)
    {
        await store.LoadAsync().ConfigureAwait(false);
        await store.WriteAsync(0, [Journal(1)], [Row(StateTable.Profiles, 1, 1, Bytes(1))], inbox: [Inbox(1, 1, 1)]).ConfigureAwait(false);
    }

    private static async Task RefusedAsync(StoreSession store, CancellationToken cancellationToken, long expected, long epoch, CommitOutcome outcome)
    {
        await PrepareAsync(store).ConfigureAwait(false);
        var commit = new EngineCommit
        {
            ExpectedSequence = expected,
            NewSequence = expected + 1,
            LeaseEpoch = epoch,
            Inbox = [Inbox(2, 2, expected + 1)],
            Journal = [Journal(expected + 1, 4, 1)],
            Rows = [Row(StateTable.Profiles, 2, expected + 1, Bytes(2))],
            Removed = [new(StateTable.Profiles, 1)],
        };

        Verify.Equal(outcome, await store.Engine.CommitAsync(store.Workspace, commit, cancellationToken).ConfigureAwait(false));

        await NothingWrittenAsync(store).ConfigureAwait(false);
        await store.ReopenAsync().ConfigureAwait(false);
        await store.LoadAsync().ConfigureAwait(false);
        await NothingWrittenAsync(store).ConfigureAwait(false);
    }

    private static async Task ThrownAsync(StoreSession store, IReadOnlyList<InboxRow> inbox, IReadOnlyList<JournalRow> journal)
    {
        await PrepareAsync(store).ConfigureAwait(false);

        await Verify.ThrowsAsync(() => store.CommitAsync(new EngineCommit
        {
            ExpectedSequence = 1,
            NewSequence = journal[^1].Sequence,
            Inbox = inbox,
            Journal = journal,
            Rows = [Row(StateTable.Profiles, 2, 2, Bytes(2))],
            Removed = [new(StateTable.Profiles, 1)],
        })).ConfigureAwait(false);

        await NothingWrittenAsync(store).ConfigureAwait(false);
    }

    private static async Task NothingWrittenAsync(StoreSession store)
    {
        var head = await store.Engine.ReadHeadAsync(store.Workspace, default).ConfigureAwait(false);
        Verify.Equal(1, head.Sequence);
        Verify.Equal(StoreSession.TimeOf(1), head.LastAt);
        Verify.Equal(1, (await store.Read.ReadJournalAsync(store.Workspace, 0, 10, default).ConfigureAwait(false)).Count);
        Verify.Equal(0, (await store.ReadConversationAsync(4, 0).ConfigureAwait(false)).Count);
        Verify.Equal(0, (await store.Engine.FindInboxAsync(store.Workspace, [new(2, 2)], default).ConfigureAwait(false)).Count);
        Verify.That(await store.FindRowAsync(new(StateTable.Profiles, 1)).ConfigureAwait(false) is not null);
        Verify.That(await store.FindRowAsync(new(StateTable.Profiles, 2)).ConfigureAwait(false) is null);
    }
}
