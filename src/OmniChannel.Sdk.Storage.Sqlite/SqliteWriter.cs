using Microsoft.Data.Sqlite;
using OmniChannel.Storage.Sqlite.WriteBehind;
using SQLitePCL;

namespace OmniChannel.Storage.Sqlite;

/// <summary>The one connection that writes a workspace, with its statements. One thread at a time.</summary>
internal sealed class SqliteWriter : IDisposable
{
    // The log is copied to the file by the checkpointer, not by whichever commit happens to fill it.
    private const string Settings = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 0;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA cache_size = -16384;
        PRAGMA busy_timeout = 5000;
        PRAGMA secure_delete = ON;
        """;

    private readonly List<SqliteStatement> _statements = [];
    private readonly FactFraming _facts = new();
    private readonly byte[] _key = new byte[SqliteInboxKey.Size];
    private readonly Overlay _overlay;
    private readonly SqliteDrain _drain;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly SqliteStatement _head;
    private readonly SqliteStatement _moment;
    private readonly SqliteStatement _flush;
    private readonly SqliteStatement _epoch;
    private readonly SqliteStatement _nextEpoch;
    private readonly SqliteStatement _seed;
    private readonly SqliteStatement _inbox;
    private readonly SqliteStatement _journal;

    /// <param name="connection">A connection that <see cref="Configure"/> saw; disposed with the writer.</param>
    /// <param name="overlay">What commits add to. Learns the outcome of a transaction that a former writer left open.</param>
    public SqliteWriter(SqliteConnection connection, Overlay overlay)
    {
        (Connection, _overlay) = (connection, overlay);
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _head = Prepare("UPDATE head SET sequence = ?1, last_at = max(last_at, ?2), moment = ?5 WHERE id = 1 AND sequence = ?3 AND lease_epoch = ?4");
        _moment = Prepare("SELECT moment FROM head WHERE id = 1");
        _flush = Prepare("UPDATE head SET moment = ?1 WHERE id = 1");
        _epoch = Prepare("SELECT lease_epoch FROM head WHERE id = 1");
        _nextEpoch = Prepare("UPDATE head SET lease_epoch = lease_epoch + 1 WHERE id = 1");
        _seed = Prepare("UPDATE head SET hash_key = ?1, id_seed = ?2 WHERE id = 1 AND hash_key IS NULL");
        _inbox = Prepare("SELECT 1 FROM inbox WHERE key = ?1");
        _journal = Prepare(
            "INSERT INTO journal(sequence, kind, at, conversation, first_entry, subject, facts, payload) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        _drain = new SqliteDrain(connection);
        _overlay.Settle(Moment());
    }

    public SqliteConnection Connection { get; }

    /// <summary>True when an error left the connection in a state that only a new one mends.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Sets what a writer's connection needs, and makes sure that it took.</summary>
    public static void Configure(SqliteConnection connection, string file)
    {
        SqliteSchema.Execute(connection, Settings);
        if (SqliteSchema.Scalar(connection, "PRAGMA journal_mode") as string != "wal")
        {
            throw new IOException($"'{file}' does not take write-ahead logging. Keep it on a local disk.");
        }
    }

    public CommitOutcome Commit(EngineCommit commit)
    {
        CheckJournal(commit);
        try
        {
            _begin.Run();
            if (!MoveHead(commit))
            {
                var outcome = CurrentEpoch() == commit.LeaseEpoch ? CommitOutcome.HeadMoved : CommitOutcome.LeaseLost;
                _rollback.Run();
                return outcome;
            }

            CheckInbox(commit.Inbox);
            WriteJournal(commit.Journal);
            End(_overlay.Prepare(commit));
            return CommitOutcome.Committed;
        }
        catch (Exception e)
        {
            Abandon(e);
            throw;
        }
    }

    /// <summary>Writes all that is held back to the tables.</summary>
    public void Flush()
    {
        try
        {
            while (_overlay.PrepareFlush() is { } step)
            {
                _begin.Run();
                _flush.Bind(1, step.Moment).Run();
                End(step);
            }
        }
        catch (Exception e)
        {
            Abandon(e);
            throw;
        }
    }

    public void Seed(WorkspaceHead seed) => _seed.Bind(1, seed.HashKey.Span).Bind(2, seed.IdSeed).Run();

    public long NextEpoch()
    {
        try
        {
            _begin.Run();
            _nextEpoch.Run();
            var epoch = CurrentEpoch();
            _commit.Run();
            return epoch;
        }
        catch (Exception e)
        {
            Abandon(e);
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement.Dispose();
        }

        _drain.Dispose();
        Connection.Dispose();
    }

    private static void CheckJournal(EngineCommit commit)
    {
        var sequence = commit.ExpectedSequence;
        for (var i = 0; i < commit.Journal.Count; i++)
        {
            if (commit.Journal[i].Sequence != ++sequence)
            {
                throw new ArgumentException("The journal rows of a commit follow its expected head without a gap.", nameof(commit));
            }
        }

        if (sequence != commit.NewSequence)
        {
            throw new ArgumentException("The new head of a commit is its last journal row.", nameof(commit));
        }
    }

    private bool MoveHead(EngineCommit commit)
    {
        var last = commit.Journal.Count == 0 ? 0 : commit.Journal[^1].At.UtcTicks;
        return _head.Bind(1, commit.NewSequence).Bind(2, last).Bind(3, commit.ExpectedSequence).Bind(4, commit.LeaseEpoch)
            .Bind(5, _overlay.NextMoment).Run() == 1;
    }

    private long CurrentEpoch() => One(_epoch);

    private long Moment() => One(_moment);

    private static long One(SqliteStatement select)
    {
        select.Step();
        var value = select.GetInt64(0);
        select.Reset();
        return value;
    }

    /// <summary>The overlay changes when the file has: a COMMIT that throws leaves it open what it did, and the head tells.</summary>
    private void End(CommitStep step)
    {
        _drain.Write(step);
        _overlay.Announce(step);
        _commit.Run();
        _overlay.Settle(step.Moment);
    }

    /// <summary>The key of an event that counted is in the overlay or in the table.</summary>
    private void CheckInbox(IReadOnlyList<InboxRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            SqliteInboxKey.Write(rows[i].Key, _key);
            var isThere = _overlay.Holds(rows[i].Key) || _inbox.Bind(1, _key).Step();
            _inbox.Reset();
            if (isThere)
            {
                throw new InvalidOperationException("An inbox key of the commit is there already: its event counted before.");
            }
        }
    }

    private void WriteJournal(IReadOnlyList<JournalRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            _journal.Bind(1, row.Sequence).Bind(2, row.InputKind).Bind(3, row.At.UtcTicks)
                .BindNullIfZero(4, row.Conversation).BindNullIfZero(5, row.FirstEntry).BindNullIfZero(6, row.Subject)
                .Bind(7, _facts.Write(row.Facts)).BindNullIfEmpty(8, row.Payload.Span).Run();
        }
    }

    /// <summary>
    /// Ends the transaction after an error. A full disk or a refused row leaves a sound connection; after anything else the next commit
    /// opens a new one.
    /// </summary>
    private void Abandon(Exception error)
    {
        var isSound = error is not SqliteException sqlite
            || sqlite.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_CONSTRAINT or raw.SQLITE_BUSY or raw.SQLITE_TOOBIG;
        try
        {
            if (raw.sqlite3_get_autocommit(Connection.Handle!) == 0)
            {
                _rollback.Run();
            }

            if (isSound)
            {
                _overlay.Settle(Moment());
            }
        }
        catch (SqliteException)
        {
            isSound = false;
        }

        IsBroken |= !isSound;
    }

    private SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(Connection, sql);
        _statements.Add(statement);
        return statement;
    }
}
