namespace OmniChannel.Engagement.Engine;

/// <summary>Brings what a batch needs into memory before it is decided: rows that steps name, and inbox rows of keys that may be known.</summary>
internal sealed class BatchLoader(IEngineStore store, IReadStore reads, WorkspaceId workspace, WorkspaceState state, Residents residents)
{
    private readonly SeenKeys _seen = new();
    private readonly HashSet<RowKey> _asked = [];

    /// <summary>Rows loaded for a batch that need not stay.</summary>
    public HashSet<RowKey> Loaded { get; } = [];

    public async Task LoadSeenAsync(IAsyncEnumerable<long> keys, CancellationToken cancellationToken)
    {
        await foreach (var key in keys.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            _seen.Add(key, default);
        }
    }

    public void Remember(InboxKey key, DateTimeOffset now) => _seen.Add(key.High, now);

    /// <summary>Outcomes of inputs that were taken before.</summary>
    public async Task<Dictionary<InboxKey, InputOutcome>> FindDuplicatesAsync(IReadOnlyList<Envelope> batch, CancellationToken cancellationToken)
    {
        var maybe = batch.Where(e => e.Input.Inbox is { } key && _seen.Contains(key.High)).Select(e => e.Input.Inbox!.Value).Distinct().ToList();
        if (maybe.Count == 0)
        {
            return [];
        }

        var found = await store.FindInboxAsync(workspace, maybe, cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(f => f.Key, f => InboxAnswer.Read(f.Answer));
    }

    /// <summary>Forgets which rows the store was found not to have: the next batch asks anew.</summary>
    public void Begin()
    {
        _asked.Clear();
        state.MayBeStored = MayBeStored;
    }

    /// <summary>The rows of many inputs in few reads: each tells what to ask for next, until nothing new is named.</summary>
    public async Task LoadRowsAsync(IReadOnlyList<Envelope> batch, CancellationToken cancellationToken)
    {
        while (true)
        {
            List<RowKey>? missing = null;
            foreach (var envelope in batch)
            {
                missing = Missing(envelope.Input, missing);
            }

            if (missing is null)
            {
                return;
            }

            await LoadAsync(missing, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The rows of one input that are not there yet.</summary>
    public async ValueTask LoadRowsAsync(EngineInput input, CancellationToken cancellationToken)
    {
        while (Missing(input, null) is { } missing)
        {
            await LoadAsync(missing, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Rows that deciding came upon.</summary>
    public Task LoadRowsAsync(RowsMissingException missing, CancellationToken cancellationToken)
    {
        _asked.UnionWith(missing.Keys);
        return LoadAsync(missing.Keys, cancellationToken);
    }

    /// <summary>What happened in conversations, by the order of the journal: what is stored, and what was decided and is not.</summary>
    public async Task<IReadOnlyList<object>> ReadHistoryAsync(
        IReadOnlyCollection<ConversationId> conversations, IEnumerable<DecidedInput> unwritten, CancellationToken cancellationToken)
    {
        var rows = new SortedDictionary<long, IReadOnlyList<object>>();
        foreach (var id in conversations)
        {
            await foreach (var row in reads.ReadConversationAsync(workspace, id, 1, cancellationToken).ConfigureAwait(false))
            {
                rows[row.Sequence] = FactCodec.Decode(row);
            }
        }

        foreach (var decided in unwritten.Where(d => conversations.Contains(d.Conversation)))
        {
            rows[decided.Sequence] = decided.Facts;
        }

        return [.. rows.Values.SelectMany(f => f)];
    }

    private bool MayBeStored(RowKey key) => !_asked.Contains(key);

    private List<RowKey>? Missing(EngineInput input, List<RowKey>? missing)
    {
        foreach (var key in input.Requires(state))
        {
            if (!state.Table(key.Table).Contains(key.Key) && _asked.Add(key))
            {
                (missing ??= []).Add(key);
            }
        }

        return missing;
    }

    private async Task LoadAsync(IReadOnlyList<RowKey> missing, CancellationToken cancellationToken)
    {
        foreach (var row in await store.LoadRowsAsync(workspace, missing, cancellationToken).ConfigureAwait(false))
        {
            state.Table(row.Key.Table).Load(row);
            if (row.Key.Table == StateTable.Conversations)
            {
                residents.Returned(row.Key.Key);
            }
            else
            {
                Loaded.Add(row.Key);
            }
        }
    }
}
