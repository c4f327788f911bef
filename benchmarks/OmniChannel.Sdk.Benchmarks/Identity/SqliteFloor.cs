using Microsoft.Data.Sqlite;

namespace OmniChannel.Identity;

/// <summary>A table of identifiers with a unique index, in memory, a transaction for every 64 events.</summary>
internal sealed class SqliteFloor : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _add;
    private readonly SqliteCommand _move;
    private SqliteTransaction? _transaction;
    private long _next;
    private int _events;

    public SqliteFloor()
    {
        _connection.Open();
        Command("CREATE TABLE identifiers (value TEXT PRIMARY KEY, customer INTEGER NOT NULL) WITHOUT ROWID").ExecuteNonQuery();
        Command("CREATE INDEX by_customer ON identifiers (customer)").ExecuteNonQuery();
        _find = Command("SELECT customer FROM identifiers WHERE value = $a");
        _find.Parameters.Add("$a", SqliteType.Text);
        _add = Command("INSERT INTO identifiers VALUES ($a, $b)");
        _add.Parameters.Add("$a", SqliteType.Text);
        _add.Parameters.Add("$b", SqliteType.Integer);
        _move = Command("UPDATE identifiers SET customer = $a WHERE customer = $b");
        _move.Parameters.Add("$a", SqliteType.Integer);
        _move.Parameters.Add("$b", SqliteType.Integer);
    }

    public long Observe(string first, string second)
    {
        if (_events++ % 64 == 0)
        {
            _transaction?.Commit();
            _transaction?.Dispose();
            _transaction = _connection.BeginTransaction();
            (_find.Transaction, _add.Transaction, _move.Transaction) = (_transaction, _transaction, _transaction);
        }

        var (a, b) = (Of(first), Of(second));
        if (a != b)
        {
            _move.Parameters[0].Value = Math.Min(a, b);
            _move.Parameters[1].Value = Math.Max(a, b);
            _move.ExecuteNonQuery();
        }

        return Math.Min(a, b);
    }

    public void Dispose()
    {
        _transaction?.Dispose();
        _find.Dispose();
        _add.Dispose();
        _move.Dispose();
        _connection.Dispose();
    }

    private long Of(string value)
    {
        _find.Parameters[0].Value = value;
        if (_find.ExecuteScalar() is long known)
        {
            return known;
        }

        _add.Parameters[0].Value = value;
        _add.Parameters[1].Value = ++_next;
        _add.ExecuteNonQuery();
        return _next;
    }

    private SqliteCommand Command(string text)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // constant texts of this class
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }
}
