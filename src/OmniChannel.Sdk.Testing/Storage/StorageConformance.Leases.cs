using OmniChannel.Storage;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Storage;

public sealed partial class StorageConformance
{
    private void AddLeaseChecks()
    {
        Add("Lease_Taken_IsTheEpochOfTheHead", LeaseTakenIsTheEpochOfTheHeadAsync);
        Add("Lease_TakenAgain_FencesTheFormerWriter", LeaseTakenAgainFencesTheFormerWriterAsync);
        Add("Lease_Held_IsRefusedOrFencesTheHolder", LeaseHeldIsRefusedOrFencesTheHolderAsync);
        Add("Lease_AfterReopen_IsHigherThanAnyBefore", LeaseAfterReopenIsHigherThanAnyBeforeAsync);
    }

    private static async Task LeaseTakenIsTheEpochOfTheHeadAsync(StoreSession store, CancellationToken cancellationToken)
    {
        var epoch = await store.Leases.TryAcquireAsync(store.Workspace, cancellationToken).ConfigureAwait(false);
        var load = await store.LoadAsync().ConfigureAwait(false);

        Verify.That(epoch > 0);
        Verify.Equal(epoch.Value, load.Head.LeaseEpoch);
        Verify.Equal(StoreSession.SeedOf(1).IdSeed, load.Head.IdSeed);
        Verify.That(await store.Leases.RenewAsync(store.Workspace, epoch.Value, cancellationToken).ConfigureAwait(false));
        Verify.That(!await store.Leases.RenewAsync(store.Workspace, epoch.Value + 1, cancellationToken).ConfigureAwait(false));
        Verify.Equal(CommitOutcome.Committed, await CommitAtAsync(store, 0, epoch.Value, cancellationToken).ConfigureAwait(false));
    }

    private static async Task LeaseTakenAgainFencesTheFormerWriterAsync(StoreSession store, CancellationToken cancellationToken)
    {
        var first = await store.Leases.TryAcquireAsync(store.Workspace, cancellationToken).ConfigureAwait(false);
        Verify.That(first is not null);
        await store.LoadAsync().ConfigureAwait(false);
        Verify.Equal(CommitOutcome.Committed, await CommitAtAsync(store, 0, first.Value, cancellationToken).ConfigureAwait(false));
        await store.Leases.ReleaseAsync(store.Workspace, first.Value, cancellationToken).ConfigureAwait(false);

        var second = await store.Leases.TryAcquireAsync(store.Workspace, cancellationToken).ConfigureAwait(false);

        Verify.That(second > first);
        Verify.That(!await store.Leases.RenewAsync(store.Workspace, first.Value, cancellationToken).ConfigureAwait(false));
        Verify.Equal(CommitOutcome.LeaseLost, await CommitAtAsync(store, 1, first.Value, cancellationToken).ConfigureAwait(false));
        Verify.Equal(CommitOutcome.Committed, await CommitAtAsync(store, 1, second.Value, cancellationToken).ConfigureAwait(false));
        await store.Leases.ReleaseAsync(store.Workspace, first.Value, cancellationToken).ConfigureAwait(false);
        Verify.That(
            await store.Leases.RenewAsync(store.Workspace, second.Value, cancellationToken).ConfigureAwait(false),
            "a stale release leaves the lease");
    }

    private static async Task LeaseHeldIsRefusedOrFencesTheHolderAsync(StoreSession store, CancellationToken cancellationToken)
    {
        var first = await store.Leases.TryAcquireAsync(store.Workspace, cancellationToken).ConfigureAwait(false);
        Verify.That(first is not null);
        await store.LoadAsync().ConfigureAwait(false);

        var second = await store.Leases.TryAcquireAsync(store.Workspace, cancellationToken).ConfigureAwait(false);

        Verify.That(second is null || second > first);
        var expected = second is null ? CommitOutcome.Committed : CommitOutcome.LeaseLost;
        Verify.Equal(expected, await CommitAtAsync(store, 0, first.Value, cancellationToken).ConfigureAwait(false));
    }

    private static async Task LeaseAfterReopenIsHigherThanAnyBeforeAsync(StoreSession store, CancellationToken cancellationToken)
    {
        var first = await store.Leases.TryAcquireAsync(store.Workspace, cancellationToken).ConfigureAwait(false);
        Verify.That(first is not null);
        await store.LoadAsync().ConfigureAwait(false);
        await store.Leases.ReleaseAsync(store.Workspace, first.Value, cancellationToken).ConfigureAwait(false);
        await store.ReopenAsync().ConfigureAwait(false);

        var second = await store.Leases.TryAcquireAsync(store.Workspace, cancellationToken).ConfigureAwait(false);

        Verify.That(second > first);
    }

    private static Task<CommitOutcome> CommitAtAsync(StoreSession store, long head, long epoch, CancellationToken cancellationToken) =>
        store.Engine.CommitAsync(
            store.Workspace,
            new EngineCommit { ExpectedSequence = head, NewSequence = head + 1, LeaseEpoch = epoch, Journal = [Journal(head + 1)] },
            cancellationToken);
}
