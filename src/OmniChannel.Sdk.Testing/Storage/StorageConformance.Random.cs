using System.Globalization;
using OmniChannel.Storage;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Storage;

public sealed partial class StorageConformance
{
    private const int Keys = 12;
    private const int Conversations = 4;

    private void AddRandomChecks() => Add("Random_Commits_MatchTheModel", RandomCommitsMatchTheModelAsync);

    private async Task RandomCommitsMatchTheModelAsync(StoreSession store, CancellationToken cancellationToken)
    {
        var step = 0;
        try
        {
            var random = new Random(Seed);
            var model = new StorageModel();
            await store.LoadAsync().ConfigureAwait(false);
            for (; step < RandomCommits; step++)
            {
                await RandomStepAsync(store, model, random).ConfigureAwait(false);
                if (random.Next(10) == 0)
                {
                    await CompareAsync(store, model, random, cancellationToken).ConfigureAwait(false);
                }

                if (random.Next(40) == 0)
                {
                    await store.ReopenAsync().ConfigureAwait(false);
                    await CompareLoadAsync(store, model).ConfigureAwait(false);
                }
            }

            await CompareAsync(store, model, random, cancellationToken).ConfigureAwait(false);
            await CompareLoadAsync(store, model).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConformanceFailedException(
                string.Create(CultureInfo.InvariantCulture, $"Seed {Seed}, commit {step}: {e.Message}"), e);
        }
    }

    private static async Task RandomStepAsync(StoreSession store, StorageModel model, Random random)
    {
        var commit = RandomCommit(model, random);
        var fault = random.Next(12);
        if (fault == 0 && model.Inbox.Count > 0)
        {
            var known = model.Inbox.Values.ElementAt(random.Next(model.Inbox.Count));
            await Verify.ThrowsAsync(() => store.CommitAsync(commit with { Inbox = [.. commit.Inbox, known] })).ConfigureAwait(false);
        }

        if (fault == 1 && model.Journal.Count > 0)
        {
            var stale = commit with { ExpectedSequence = commit.ExpectedSequence - 1, NewSequence = commit.ExpectedSequence - 1, Journal = [] };
            Verify.Equal(CommitOutcome.HeadMoved, await store.CommitAsync(stale).ConfigureAwait(false));
        }

        if (fault == 2)
        {
            Verify.Equal(CommitOutcome.LeaseLost, await store.CommitAsync(commit with { LeaseEpoch = 3 }).ConfigureAwait(false));
        }

        Verify.Equal(CommitOutcome.Committed, await store.CommitAsync(commit).ConfigureAwait(false));
        model.Apply(commit);
    }

    private static EngineCommit RandomCommit(StorageModel model, Random random)
    {
        var head = model.Journal.Count;
        var journal = new List<JournalRow>();
        var entries = new Dictionary<long, long>();
        for (var i = random.Next(6); i > 0; i--)
        {
            var conversation = random.Next(Conversations + 1);
            var facts = random.Next(conversation == 0 ? 0 : 1, 4);
            var first = conversation == 0 ? 0 : entries.GetValueOrDefault(conversation, model.NextEntry(conversation));
            entries[conversation] = first + facts;
            journal.Add(Journal(head + journal.Count + 1, conversation, first, facts, RandomBytes(random), random.Next(3)));
        }

        var sequence = head + journal.Count;
        var touched = Enumerable.Range(0, random.Next(8)).Select(_ => RandomKey(random)).Distinct().ToList();
        var removed = touched.Where(_ => random.Next(4) == 0).ToList();
        return new EngineCommit
        {
            ExpectedSequence = head,
            NewSequence = sequence,
            Journal = journal,
            Rows = [.. touched.Except(removed).Select(k => Row(k.Table, k.Key, sequence, RandomBytes(random), random.Next(4), random.Next(2) == 0))],
            Removed = removed,
            Inbox = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Inbox(random.NextInt64(), random.NextInt64(), sequence, RandomBytes(random)))],
        };
    }

    private static async Task CompareAsync(StoreSession store, StorageModel model, Random random, CancellationToken cancellationToken)
    {
        var head = await store.Engine.ReadHeadAsync(store.Workspace, cancellationToken).ConfigureAwait(false);
        Verify.Equal(model.Journal.Count, head.Sequence);

        var after = random.Next(model.Journal.Count + 1);
        var limit = random.Next(20);
        var journal = await store.Read.ReadJournalAsync(store.Workspace, after, limit, cancellationToken).ConfigureAwait(false);
        Verify.Same(model.Journal.Skip(after).Take(limit).Select(RowText.Of), journal.Select(RowText.Of), "journal rows");

        var conversation = random.Next(1, Conversations + 1);
        var from = random.NextInt64(model.NextEntry(conversation) + 1);
        var rows = await store.ReadConversationAsync(conversation, from).ConfigureAwait(false);
        Verify.Same(model.Conversation(conversation, from).Select(RowText.Of), rows.Select(RowText.Of), "conversation rows");

        RowKey[] keys = [.. StateTable.All.SelectMany(t => Enumerable.Range(0, Keys).Select(k => new RowKey(t, k)))];
        var states = await store.Read.ReadRowsAsync(store.Workspace, keys, cancellationToken).ConfigureAwait(false);
        Verify.Same(
            model.Rows.Values.Select(RowText.Of).Order(StringComparer.Ordinal), states.Select(RowText.Of).Order(StringComparer.Ordinal), "state rows");

        var table = StateTable.All[random.Next(StateTable.All.Count)];
        var parent = random.Next(1, 4);
        var children = await store.Read.ReadByParentAsync(store.Workspace, table, parent, cancellationToken).ConfigureAwait(false);
        Verify.Same(model.Children(table, parent).Select(RowText.Of), children.Select(RowText.Of), "rows by parent");

        var inbox = await store.Engine.FindInboxAsync(store.Workspace, [.. model.Inbox.Keys], cancellationToken).ConfigureAwait(false);
        Verify.Same(
            model.Inbox.Values.Select(RowText.Of).Order(StringComparer.Ordinal), inbox.Select(RowText.Of).Order(StringComparer.Ordinal), "inbox rows");
    }

    private static async Task CompareLoadAsync(StoreSession store, StorageModel model)
    {
        var load = await store.LoadAsync().ConfigureAwait(false);
        Verify.Equal(model.Journal.Count, load.Head.Sequence);
        var rows = await store.ListAsync(load.Rows).ConfigureAwait(false);
        Verify.Same(
            model.Rows.Values.Where(r => r.IsResident).Select(RowText.Of).Order(StringComparer.Ordinal),
            rows.Select(RowText.Of).Order(StringComparer.Ordinal), "resident rows");
        var keys = await store.ListAsync(load.InboxKeys).ConfigureAwait(false);
        Verify.Same(model.Inbox.Keys.Select(k => k.High).Order(), keys.Order(), "inbox keys");
    }

    private static RowKey RandomKey(Random random) => new(StateTable.All[random.Next(StateTable.All.Count)], random.Next(Keys));

    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(3) == 0 ? 0 : random.Next(900)];
        random.NextBytes(bytes);
        return bytes;
    }
}
