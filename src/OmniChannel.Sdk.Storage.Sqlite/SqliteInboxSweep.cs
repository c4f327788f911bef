using Microsoft.Data.Sqlite;

namespace OmniChannel.Storage.Sqlite;

/// <summary>
/// Removes inbox rows that are older than 30 days, a few whenever new ones are written to the table. It walks the keys in their order, four keys looked at for each
/// one written: an index on the time would cost every insert, and rows removed by age would each lie on a page of their own. So a row
/// leaves after 30 to 38 days of even traffic. Where the walk stands is kept in the head row.
/// </summary>
internal sealed class SqliteInboxSweep : IDisposable
{
    private const int RowsPerStep = 256;
    private const int InsertsPerStep = 64;
    private const int StepsPerCommit = 16;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly SqliteStatement _end;
    private readonly SqliteStatement _deleteTo;
    private readonly SqliteStatement _deleteRest;
    private readonly SqliteStatement _save;
    private byte[] _position;
    private long _inserted;

    public SqliteInboxSweep(SqliteConnection connection)
    {
        _end = new(connection, $"SELECT key FROM inbox WHERE key > ?1 ORDER BY key LIMIT 1 OFFSET {RowsPerStep - 1}");
        _deleteTo = new(connection, "DELETE FROM inbox WHERE key > ?1 AND key <= ?2 AND at < ?3");
        _deleteRest = new(connection, "DELETE FROM inbox WHERE key > ?1 AND at < ?2");
        _save = new(connection, "UPDATE head SET swept = ?1 WHERE id = 1");
        _position = (byte[])SqliteSchema.Scalar(connection, "SELECT swept FROM head")!;
    }

    /// <summary>Runs inside the transaction of a commit. A sweep that is rolled back is done again by a later round.</summary>
    public void AfterInsert(int inserted, DateTimeOffset now)
    {
        _inserted += inserted;
        if (_inserted < InsertsPerStep)
        {
            return;
        }

        var steps = Math.Min(_inserted / InsertsPerStep, StepsPerCommit);
        _inserted -= steps * InsertsPerStep;
        var before = now.UtcTicks - Kept.Ticks;
        for (var i = 0; i < steps; i++)
        {
            Step(before);
        }

        _save.Bind(1, _position).Run();
    }

    public void Dispose()
    {
        _end.Dispose();
        _deleteTo.Dispose();
        _deleteRest.Dispose();
        _save.Dispose();
    }

    private void Step(long before)
    {
        if (!_end.Bind(1, _position).Step())
        {
            _deleteRest.Bind(1, _position).Bind(2, before).Run();
            _position = [];
            return;
        }

        var end = _end.GetSpan(0).ToArray();
        _end.Reset();
        _deleteTo.Bind(1, _position).Bind(2, end).Bind(3, before).Run();
        _position = end;
    }
}
