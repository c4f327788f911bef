using Microsoft.Data.Sqlite;
using OmniChannel.Storage.Sqlite.WriteBehind;

namespace OmniChannel.Storage.Sqlite;

/// <summary>
/// A connection that reads what is committed, with its statements. One thread at a time. A page ends after a number of rows or of bytes,
/// and no read transaction outlives a call: a slow consumer holds up no checkpoint.
/// </summary>
internal sealed partial class SqliteReader : IDisposable
{
    private const int RowsPerPage = 512;
    private const int KeysPerPage = 4096;
    private const long BytesPerPage = 1 << 20;

    private const string Settings = "PRAGMA query_only = ON; PRAGMA cache_size = -4096; PRAGMA busy_timeout = 5000;";
    private const string JournalColumns = "sequence, kind, at, conversation, first_entry, subject, facts, payload";
    private const string StateColumns = "key, parent, resident, seq, value";

    private readonly SqliteConnection _connection;
    private readonly Overlay _overlay;
    private readonly Func<long> _beginView;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private readonly byte[] _key = new byte[SqliteInboxKey.Size];

    public SqliteReader(SqliteConnection connection, Overlay overlay)
    {
        (_connection, _overlay, _beginView) = (connection, overlay, BeginView);
        SqliteSchema.Execute(connection, Settings);
    }

    /// <summary>The head, or null when the workspace was never seeded.</summary>
    public WorkspaceHead? ReadHead()
    {
        var select = Statement("SELECT sequence, last_at, hash_key, id_seed, lease_epoch FROM head WHERE id = 1");
        if (!select.Step())
        {
            return null;
        }

        var head = select.IsNull(2) ? null : new WorkspaceHead
        {
            Sequence = select.GetInt64(0),
            LastAt = new DateTimeOffset(select.GetInt64(1), TimeSpan.Zero),
            HashKey = select.GetBytes(2),
            IdSeed = select.GetInt64(3),
            LeaseEpoch = select.GetInt64(4),
        };
        select.Reset();
        return head;
    }

    public List<JournalRow> ReadJournal(long after, int limit)
    {
        var select = Statement($"SELECT {JournalColumns} FROM journal WHERE sequence > ?1 ORDER BY sequence LIMIT ?2").Bind(1, after).Bind(2, limit);
        var rows = new List<JournalRow>();
        while (select.Step())
        {
            rows.Add(JournalRowOf(select));
        }

        return rows;
    }

    /// <summary>From the tables alone: right when nothing is held back.</summary>
    public List<StateRow> ReadResidentPage(StateTable table, long fromKey)
    {
        var select = Statement(
            $"SELECT {StateColumns} FROM {SqliteStateTable.NameOf(table)} WHERE resident = 1 AND key >= ?1 ORDER BY key LIMIT {RowsPerPage}")
            .Bind(1, fromKey);
        return Page(select, s => StateRowOf(s, table), static s => s.GetSpan(4).Length);
    }

    /// <summary>From the table alone: right when nothing is held back.</summary>
    public List<InboxKey> ReadInboxKeyPage(InboxKey? after)
    {
        var select = Statement($"SELECT key FROM inbox WHERE key > ?1 ORDER BY key LIMIT {KeysPerPage}");
        if (after is { } key)
        {
            SqliteInboxKey.Write(key, _key);
            select.Bind(1, _key);
        }
        else
        {
            select.Bind(1, []);
        }

        var keys = new List<InboxKey>();
        while (select.Step())
        {
            keys.Add(SqliteInboxKey.Read(select.GetSpan(0)));
        }

        return keys;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private static List<T> Page<T>(SqliteStatement select, Func<SqliteStatement, T> read, Func<SqliteStatement, int> size)
    {
        var rows = new List<T>();
        var bytes = 0L;
        while (bytes < BytesPerPage && select.Step())
        {
            bytes += size(select);
            rows.Add(read(select));
        }

        select.Reset();
        return rows;
    }

    private static StateRow StateRowOf(SqliteStatement select, StateTable table) => new()
    {
        Key = new RowKey(table, select.GetInt64(0)),
        Parent = select.GetInt64(1),
        IsResident = select.GetInt64(2) != 0,
        AppliedSequence = select.GetInt64(3),
        Value = select.GetBytes(4),
    };

    private static JournalRow JournalRowOf(SqliteStatement select) => new()
    {
        Sequence = select.GetInt64(0),
        InputKind = select.GetText(1),
        At = new DateTimeOffset(select.GetInt64(2), TimeSpan.Zero),
        Conversation = select.GetInt64(3),
        FirstEntry = select.GetInt64(4),
        Subject = select.GetInt64(5),
        Facts = FactFraming.Read(select.GetBytes(6)),
        Payload = select.GetBytes(7),
    };

    private SqliteStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = new SqliteStatement(_connection, sql);
        }

        return statement;
    }
}
