namespace OmniChannel.Storage.InMemory;

/// <summary>One workspace. A commit checks everything before it writes anything. Thread-safe; what it gives out never changes.</summary>
internal sealed class InMemoryWorkspace
{
    private static readonly TimeSpan InboxKept = TimeSpan.FromDays(30);
    private const int InboxRemovedPerCommit = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<InboxKey, InboxRow> _inbox = [];
    private readonly Queue<InboxRow> _inboxByAge = new();
    private readonly List<JournalRow> _journal = [];
    private readonly Dictionary<long, List<JournalRow>> _conversations = [];
    private readonly InMemoryTable[] _tables = [.. StateTable.All.Select(_ => new InMemoryTable())];
    private WorkspaceHead? _seed;
    private long _epoch;
    private long _lease;

    public EngineLoad Load(WorkspaceHead seed)
    {
        lock (_lock)
        {
            _seed ??= seed with { HashKey = seed.HashKey.ToArray() };
            return new EngineLoad
            {
                Head = HeadLocked(_seed),
                Rows = _tables.SelectMany(t => t.Residents()).ToArray().ToAsyncEnumerable(),
                InboxKeys = _inbox.Keys.Select(k => k.High).ToArray().ToAsyncEnumerable(),
            };
        }
    }

    public WorkspaceHead? ReadHead()
    {
        lock (_lock)
        {
            return _seed is null ? null : HeadLocked(_seed);
        }
    }

    public CommitOutcome Commit(EngineCommit commit)
    {
        CheckJournal(commit);
        lock (_lock)
        {
            if (commit.LeaseEpoch != _epoch)
            {
                return CommitOutcome.LeaseLost;
            }

            if (commit.ExpectedSequence != _journal.Count)
            {
                return CommitOutcome.HeadMoved;
            }

            CheckInboxLocked(commit.Inbox);
            WriteInboxLocked(commit.Inbox);
            WriteJournalLocked(commit.Journal);
            foreach (var row in commit.Rows)
            {
                _tables[row.Key.Table.Number].Write(row with { Value = row.Value.ToArray() });
            }

            foreach (var key in commit.Removed)
            {
                _tables[key.Table.Number].Remove(key.Key);
            }

            return CommitOutcome.Committed;
        }
    }

    public InboxRow[] FindInbox(IReadOnlyList<InboxKey> keys)
    {
        lock (_lock)
        {
            return [.. keys.Select(k => _inbox.GetValueOrDefault(k)).OfType<InboxRow>()];
        }
    }

    public StateRow[] ReadRows(IReadOnlyList<RowKey> keys)
    {
        lock (_lock)
        {
            return [.. keys.Select(k => _tables[k.Table.Number].Find(k.Key)).OfType<StateRow>()];
        }
    }

    public StateRow[] ReadByParent(StateTable table, long parent)
    {
        lock (_lock)
        {
            return _tables[table.Number].Children(parent);
        }
    }

    public JournalRow[] ReadJournal(long after, int limit)
    {
        lock (_lock)
        {
            var start = (int)Math.Clamp(after, 0, _journal.Count);
            return [.. _journal.GetRange(start, Math.Min(limit, _journal.Count - start))];
        }
    }

    /// <summary>A row holds the entries from its first to before the next row's first.</summary>
    public JournalRow[] ReadConversation(long conversation, long fromEntry)
    {
        lock (_lock)
        {
            if (!_conversations.TryGetValue(conversation, out var rows))
            {
                return [];
            }

            var start = rows.FindLastIndex(r => r.FirstEntry <= fromEntry);
            return [.. rows[Math.Max(start, 0)..]];
        }
    }

    /// <summary>Grants at once: a former writer is kept out by the new epoch.</summary>
    public long AcquireLease()
    {
        lock (_lock)
        {
            return _lease = ++_epoch;
        }
    }

    public bool HoldsLease(long epoch)
    {
        lock (_lock)
        {
            return _lease == epoch;
        }
    }

    public void ReleaseLease(long epoch)
    {
        lock (_lock)
        {
            _lease = _lease == epoch ? 0 : _lease;
        }
    }

    private static void CheckJournal(EngineCommit commit)
    {
        var sequence = commit.ExpectedSequence;
        if (commit.Journal.Any(row => row.Sequence != ++sequence))
        {
            throw new ArgumentException("The journal rows of a commit follow its expected head without a gap.", nameof(commit));
        }

        if (sequence != commit.NewSequence)
        {
            throw new ArgumentException("The new head of a commit is its last journal row.", nameof(commit));
        }
    }

    private void CheckInboxLocked(IReadOnlyList<InboxRow> rows)
    {
        var keys = new HashSet<InboxKey>();
        if (rows.Any(row => _inbox.ContainsKey(row.Key) || !keys.Add(row.Key)))
        {
            throw new InvalidOperationException("An inbox key of the commit is there already.");
        }
    }

    private void WriteInboxLocked(IReadOnlyList<InboxRow> rows)
    {
        foreach (var row in rows)
        {
            var kept = row with { Answer = row.Answer.ToArray() };
            _inbox.Add(kept.Key, kept);
            _inboxByAge.Enqueue(kept);
        }

        if (rows.Count == 0)
        {
            return;
        }

        var before = rows[^1].At - InboxKept;
        for (var i = 0; i < Math.Max(InboxRemovedPerCommit, rows.Count * 2) && _inboxByAge.Peek().At < before; i++)
        {
            _inbox.Remove(_inboxByAge.Dequeue().Key);
        }
    }

    private void WriteJournalLocked(IReadOnlyList<JournalRow> rows)
    {
        foreach (var row in rows)
        {
            var kept = row with
            {
                Facts = [.. row.Facts.Select(f => f with { Body = f.Body.ToArray() })],
                Payload = row.Payload.ToArray(),
            };
            _journal.Add(kept);
            if (kept.Conversation != 0 && kept.FirstEntry != 0)
            {
                if (!_conversations.TryGetValue(kept.Conversation, out var rowsOfIt))
                {
                    _conversations[kept.Conversation] = rowsOfIt = [];
                }

                rowsOfIt.Add(kept);
            }
        }
    }

    private WorkspaceHead HeadLocked(WorkspaceHead seed) => new()
    {
        Sequence = _journal.Count,
        LastAt = _journal.Count == 0 ? default : _journal[^1].At,
        HashKey = seed.HashKey,
        IdSeed = seed.IdSeed,
        LeaseEpoch = _epoch,
    };
}
