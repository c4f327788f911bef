using Microsoft.Data.Sqlite;

namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>Writes steps of the overlay, inside the writer's transaction.</summary>
internal sealed class SqliteDrain : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<SqliteStatement> _statements = [];
    private readonly SqliteStateTable[] _tables;
    private readonly SqliteStatement _redo;
    private readonly SqliteStatement _spend;
    private readonly SqliteStatement _inbox;
    private readonly SqliteInboxSweep _sweep;
    private readonly byte[] _key = new byte[SqliteInboxKey.Size];
    private readonly SqliteStatement _timeline;
    private readonly SqliteStatement _drained;

    public SqliteDrain(SqliteConnection connection)
    {
        _connection = connection;
        _redo = Prepare("INSERT INTO redo(id, rows) VALUES(?1, ?2)");
        _spend = Prepare("DELETE FROM redo WHERE id <= ?1");
        _inbox = Prepare("INSERT OR IGNORE INTO inbox(key, sequence, at, answer) VALUES(?1, ?2, ?3, ?4)");
        _sweep = new SqliteInboxSweep(connection);
        _timeline = Prepare("INSERT OR IGNORE INTO timeline(conversation, first_entry, sequence) VALUES(?1, ?2, ?3)");
        _drained = Prepare("UPDATE head SET drained = ?1 WHERE id = 1");
        _tables = new SqliteStateTable[StateTable.All.Count];
        foreach (var table in StateTable.All)
        {
            _tables[table.Number] = new SqliteStateTable(table, Prepare);
        }
    }

    public void Write(CommitStep step)
    {
        if (step.SpentTo != 0)
        {
            _spend.Bind(1, step.SpentTo).Run();
        }

        if (!step.Redo.IsEmpty)
        {
            _redo.Bind(1, step.Moment).Bind(2, step.Redo.Span).Run();
        }

        if (step.Order is { } order)
        {
            Write(order.Rows(step.DrainFrom, step.DrainTo));
            Write(order.Inbox(step.DrainFrom, step.DrainTo));
            Write(order.Timeline(step.DrainFrom, step.DrainTo));
        }

        if (step.Drained is { } drained)
        {
            _drained.Bind(1, drained).Run();
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement.Dispose();
        }

        _sweep.Dispose();
    }

    private void Write(ReadOnlySpan<KeyValuePair<RowKey, StateRow?>> rows)
    {
        foreach (var (key, row) in rows)
        {
            if (row is null)
            {
                _tables[key.Table.Number].Remove(key.Key);
            }
            else
            {
                _tables[key.Table.Number].Write(row);
            }
        }
    }

    private void Write(ReadOnlySpan<InboxRow> rows)
    {
        var newest = DateTimeOffset.MinValue;
        foreach (var row in rows)
        {
            SqliteInboxKey.Write(row.Key, _key);
            _inbox.Bind(1, _key).Bind(2, row.Sequence).Bind(3, row.At.UtcTicks).BindNullIfEmpty(4, row.Answer.Span).Run();
            newest = row.At > newest ? row.At : newest;
        }

        if (rows.Length > 0)
        {
            _sweep.AfterInsert(rows.Length, newest);
        }
    }

    private void Write(ReadOnlySpan<TimelineEntry> entries)
    {
        foreach (var entry in entries)
        {
            _timeline.Bind(1, entry.Conversation).Bind(2, entry.FirstEntry).Bind(3, entry.Sequence).Run();
        }
    }

    private SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }
}
