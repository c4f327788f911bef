using OmniChannel.Storage;

namespace OmniChannel.Testing.Storage;

/// <summary>What a store should hold, kept in the plainest way.</summary>
internal sealed class StorageModel
{
    public List<JournalRow> Journal { get; } = [];

    public Dictionary<RowKey, StateRow> Rows { get; } = [];

    public Dictionary<InboxKey, InboxRow> Inbox { get; } = [];

    public void Apply(EngineCommit commit)
    {
        Journal.AddRange(commit.Journal);
        foreach (var row in commit.Rows)
        {
            Rows[row.Key] = row;
        }

        foreach (var key in commit.Removed)
        {
            Rows.Remove(key);
        }

        foreach (var row in commit.Inbox)
        {
            Inbox.Add(row.Key, row);
        }
    }

    public long NextEntry(long conversation) =>
        Journal.Where(r => r.Conversation == conversation).Select(r => r.FirstEntry + r.Facts.Count).DefaultIfEmpty(1).Max();

    public IEnumerable<JournalRow> Conversation(long conversation, long fromEntry)
    {
        var rows = Journal.Where(r => r.Conversation == conversation).ToList();
        var last = rows.LastOrDefault(r => r.FirstEntry <= fromEntry);
        return rows.Where(r => last is null || r.FirstEntry >= last.FirstEntry);
    }

    public IEnumerable<StateRow> Children(StateTable table, long parent) =>
        Rows.Values.Where(r => r.Key.Table == table && r.Parent == parent).OrderBy(r => r.Key.Key);
}
