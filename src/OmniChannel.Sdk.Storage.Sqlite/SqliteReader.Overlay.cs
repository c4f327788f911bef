using OmniChannel.Storage.Sqlite.WriteBehind;

namespace OmniChannel.Storage.Sqlite;

/// <summary>Reads of what the tables may not have yet: the overlay and a snapshot of one moment.</summary>
internal sealed partial class SqliteReader
{
    private readonly SqliteStatement?[] _byKey = new SqliteStatement?[StateTable.All.Count];

    /// <summary>All of one moment: a commit is seen in every row or in none.</summary>
    public List<StateRow> ReadRows(IReadOnlyList<RowKey> keys)
    {
        var rows = new List<StateRow>(keys.Count);
        var others = new List<RowKey>();
        using (var view = _overlay.View(_beginView))
        {
            for (var i = 0; i < keys.Count; i++)
            {
                if (!view.TryFind(keys[i], out var row))
                {
                    others.Add(keys[i]);
                }
                else if (row is not null)
                {
                    rows.Add(row);
                }
            }
        }

        foreach (var key in others)
        {
            ReadRow(key, rows);
        }

        Statement("COMMIT").Run();
        return rows;
    }

    /// <summary>The inbox rows among the keys that exist.</summary>
    public List<InboxRow> FindInbox(IReadOnlyList<InboxKey> keys)
    {
        var rows = new List<InboxRow>();
        var others = new List<InboxKey>();
        using (var view = _overlay.View(_beginView))
        {
            for (var i = 0; i < keys.Count; i++)
            {
                if (view.Find(keys[i]) is { } row)
                {
                    rows.Add(row);
                }
                else
                {
                    others.Add(keys[i]);
                }
            }
        }

        var select = Statement("SELECT sequence, at, answer FROM inbox WHERE key = ?1");
        foreach (var key in others)
        {
            SqliteInboxKey.Write(key, _key);
            if (select.Bind(1, _key).Step())
            {
                rows.Add(new InboxRow
                {
                    Key = key,
                    Sequence = select.GetInt64(0),
                    At = new DateTimeOffset(select.GetInt64(1), TimeSpan.Zero),
                    Answer = select.GetBytes(2),
                });
                select.Reset();
            }
        }

        Statement("COMMIT").Run();
        return rows;
    }

    public List<StateRow> ReadByParent(StateTable table, long parent)
    {
        var rows = new List<StateRow>();
        using (var view = _overlay.View(_beginView))
        {
            var select = Statement($"SELECT {StateColumns} FROM {SqliteStateTable.NameOf(table)} WHERE parent = ?1 ORDER BY key").Bind(1, parent);
            while (select.Step())
            {
                if (!view.TryFind(new RowKey(table, select.GetInt64(0)), out _))
                {
                    rows.Add(StateRowOf(select, table));
                }
            }

            view.AddChildren(table, parent, rows);
        }

        Statement("COMMIT").Run();
        rows.Sort(static (a, b) => a.Key.Key.CompareTo(b.Key.Key));
        return rows;
    }

    /// <summary>The first entry of the row that holds an entry, or of the last row before it; 0 when there is none.</summary>
    public long FindRowOfEntry(long conversation, long entry)
    {
        var held = Held(conversation);
        var select = Statement("SELECT max(first_entry) FROM timeline WHERE conversation = ?1 AND first_entry <= ?2")
            .Bind(1, conversation).Bind(2, entry);
        long? first = select.Step() && !select.IsNull(0) ? select.GetInt64(0) : null;
        select.Reset();
        Statement("COMMIT").Run();
        foreach (var row in held)
        {
            if (row.FirstEntry <= entry && !(row.FirstEntry < first))
            {
                first = row.FirstEntry;
            }
        }

        return first ?? 0;
    }

    /// <summary>Some of a conversation's rows in order; none when it has no more.</summary>
    public List<JournalRow> ReadConversationPage(long conversation, long fromFirstEntry)
    {
        var entries = Held(conversation);
        entries.RemoveAll(e => e.FirstEntry < fromFirstEntry);
        var select = Statement(
            $"SELECT first_entry, sequence FROM timeline WHERE conversation = ?1 AND first_entry >= ?2 ORDER BY first_entry, sequence LIMIT {RowsPerPage}")
            .Bind(1, conversation).Bind(2, fromFirstEntry);
        while (select.Step())
        {
            entries.Add(new TimelineEntry(conversation, select.GetInt64(0), select.GetInt64(1)));
        }

        entries.Sort();
        var rows = ReadEntries(entries);
        Statement("COMMIT").Run();
        return rows;
    }

    /// <summary>The entries in the overlay. Leaves the snapshot open that belongs to them.</summary>
    private List<TimelineEntry> Held(long conversation)
    {
        var entries = new List<TimelineEntry>();
        using var view = _overlay.View(_beginView);
        view.AddTimeline(conversation, entries);
        return entries;
    }

    /// <summary>An entry that was drained a moment ago is there twice, side by side.</summary>
    private List<JournalRow> ReadEntries(List<TimelineEntry> entries)
    {
        var rows = new List<JournalRow>();
        var bytes = 0L;
        var select = Statement($"SELECT {JournalColumns} FROM journal WHERE sequence = ?1");
        for (var i = 0; i < entries.Count && rows.Count < RowsPerPage && bytes < BytesPerPage; i++)
        {
            if (i > 0 && entries[i] == entries[i - 1])
            {
                continue;
            }

            if (select.Bind(1, entries[i].Sequence).Step())
            {
                bytes += select.GetSpan(6).Length + select.GetSpan(7).Length;
                rows.Add(JournalRowOf(select));
                select.Reset();
            }
        }

        return rows;
    }

    private void ReadRow(RowKey key, List<StateRow> rows)
    {
        var select = _byKey[key.Table.Number] ??=
            Statement($"SELECT {StateColumns} FROM {SqliteStateTable.NameOf(key.Table)} WHERE key = ?1");
        if (select.Bind(1, key.Key).Step())
        {
            rows.Add(StateRowOf(select, key.Table));
            select.Reset();
        }
    }

    /// <summary>A snapshot begins with its first SELECT, not with BEGIN.</summary>
    private long BeginView()
    {
        Statement("BEGIN").Run();
        var select = Statement("SELECT moment FROM head WHERE id = 1");
        select.Step();
        var moment = select.GetInt64(0);
        select.Reset();
        return moment;
    }
}
