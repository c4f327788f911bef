namespace OmniChannel.Storage.Sqlite;

/// <summary>The writing statements of one table of state rows.</summary>
internal sealed class SqliteStateTable
{
    private readonly SqliteStatement _write;
    private readonly SqliteStatement _move;
    private readonly SqliteStatement _remove;

    public SqliteStateTable(StateTable table, Func<string, SqliteStatement> prepare)
    {
        var name = NameOf(table);
        var insert = $"INSERT INTO {name}(key, parent, resident, seq, value) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT(key) DO UPDATE SET ";
        const string Content = "seq = excluded.seq, value = excluded.value";

        // An update that names an indexed column rewrites its index entries even when the value stays: most updates name none.
        _write = prepare(insert + Content + " WHERE parent IS excluded.parent AND resident = excluded.resident");
        _move = prepare(insert + Content + ", parent = excluded.parent, resident = excluded.resident");
        _remove = prepare($"DELETE FROM {name} WHERE key = ?1");
    }

    public static string NameOf(StateTable table) => "state_" + table.Name;

    public void Write(StateRow row)
    {
        if (Run(_write, row) == 0)
        {
            Run(_move, row);
        }
    }

    public void Remove(long key) => _remove.Bind(1, key).Run();

    private static int Run(SqliteStatement statement, StateRow row) => statement
        .Bind(1, row.Key.Key)
        .BindNullIfZero(2, row.Parent)
        .Bind(3, row.IsResident ? 1L : 0L)
        .Bind(4, row.AppliedSequence)
        .Bind(5, row.Value.Span)
        .Run();
}
