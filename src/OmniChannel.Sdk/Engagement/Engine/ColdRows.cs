namespace OmniChannel.Engagement.Engine;

/// <summary>Rows that were needed once and are not resident leave memory, conversations later than others; what the batch being written changed stays until that is durable.</summary>
internal sealed class ColdRows(WorkspaceState state, BatchLoader loader, Residents residents)
{
    private readonly HashSet<RowKey> _keys = [];

    /// <summary>After a batch became durable; <paramref name="next"/> is the one being written, null for none.</summary>
    public void Evict(PendingBatch batch, PendingBatch? next)
    {
        _keys.UnionWith(loader.Loaded);
        loader.Loaded.Clear();
        foreach (var (table, key, value) in batch.Rows)
        {
            if (value is not null && table.Table != StateTable.Conversations)
            {
                _keys.Add(new(table.Table, key));
            }
        }

        foreach (var (table, key, _) in next?.Rows ?? [])
        {
            _keys.Remove(new(table.Table, key));
        }

        foreach (var key in _keys)
        {
            state.Table(key.Table).EvictIfCold(key.Key);
        }

        _keys.Clear();
        residents.Landed(batch);
        residents.Leave(batch.At, next);
    }
}
