using OmniChannel.Engagement.State;

namespace OmniChannel.Storage;

public sealed class StateRowsTests
{
    private readonly UndoLog _undo = new();
    private readonly HashSet<RowKey> _dirty = [];
    private readonly StateRows<SettingState> _rows;

    public StateRowsTests() => _rows = new(StateTable.Settings, _undo, _dirty, StateJson.Default.SettingState, _ => 0, _ => true);

    [Fact]
    public void Rollback_RowThatWasNeverLoaded_IsNotWrittenAsRemoved()
    {
        var mark = _undo.Mark();
        _rows.Set(7, Setting("new"));
        _rows.Set(7, Setting("newer"));
        _undo.RollbackTo(mark);

        Assert.Empty(_dirty);
        Assert.False(_rows.Contains(7));
    }

    [Fact]
    public void Rollback_RowChangedBeforeTheMark_IsStillWritten()
    {
        _rows.Set(7, Setting("kept"));
        var mark = _undo.Mark();
        _rows.Set(7, Setting("undone"));
        _rows.Set(8, Setting("undone"));
        _undo.RollbackTo(mark);

        Assert.Equal([new RowKey(StateTable.Settings, 7)], _dirty);
        Assert.Equal("kept", _rows.Get(7).Value);
    }

    private static SettingState Setting(string value) => new() { Name = "name", Value = value };
}
