using Microsoft.Data.Sqlite;

namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>
/// Finds in a file what was held back when it was closed or left. Redo rows whose generation is in the tables already may be among them:
/// replaying them all in order ends in the same rows.
/// </summary>
internal static class Recovery
{
    public static void Run(SqliteConnection connection, Overlay overlay)
    {
        var (moment, sequence, drained) = ReadHead(connection);
        var left = new Generation();
        ReadRedo(connection, left);
        ReadTimeline(connection, drained, left);
        if (sequence > drained)
        {
            left.Cover(sequence);
        }

        overlay.Restore(left, moment);
    }

    private static (long Moment, long Sequence, long Drained) ReadHead(SqliteConnection connection)
    {
        using var select = new SqliteStatement(connection, "SELECT moment, sequence, drained FROM head WHERE id = 1");
        select.Step();
        return (select.GetInt64(0), select.GetInt64(1), select.GetInt64(2));
    }

    private static void ReadRedo(SqliteConnection connection, Generation left)
    {
        using var select = new SqliteStatement(connection, "SELECT id, rows FROM redo ORDER BY id");
        while (select.Step())
        {
            var rows = select.GetBytes(1);
            RedoFraming.Replay(rows, left);
            left.Add(new RedoRow(select.GetInt64(0), rows.Length));
        }
    }

    private static void ReadTimeline(SqliteConnection connection, long drained, Generation left)
    {
        using var select = new SqliteStatement(
            connection,
            "SELECT conversation, first_entry, sequence FROM journal "
            + "WHERE sequence > ?1 AND conversation IS NOT NULL AND first_entry IS NOT NULL ORDER BY sequence");
        select.Bind(1, drained);
        while (select.Step())
        {
            left.Append(new TimelineEntry(select.GetInt64(0), select.GetInt64(1), select.GetInt64(2)));
        }
    }
}
