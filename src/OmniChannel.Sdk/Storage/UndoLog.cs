namespace OmniChannel.Storage;

/// <summary>
/// The order of changes over all tables of a workspace, so that a poisoned input or a failed batch is rolled back exactly. Marks are
/// absolute positions; what is committed is forgotten from the front.
/// </summary>
internal sealed class UndoLog
{
    private readonly List<IUndoTable> _changes = [];
    private long _forgotten;

    public long Mark() => _forgotten + _changes.Count;

    public void Changed(IUndoTable table) => _changes.Add(table);

    public void RollbackTo(long mark)
    {
        for (var i = _changes.Count - 1; i >= mark - _forgotten; i--)
        {
            _changes[i].UndoLast();
            _changes.RemoveAt(i);
        }
    }

    public void ForgetTo(long mark)
    {
        var count = (int)(mark - _forgotten);
        for (var i = 0; i < count; i++)
        {
            _changes[i].ForgetFirst();
        }

        _changes.RemoveRange(0, count);
        _forgotten = mark;
    }
}
