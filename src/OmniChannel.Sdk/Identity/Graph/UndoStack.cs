namespace OmniChannel.Identity.Graph;

/// <summary>What structs were before they changed, by index; committed ones are forgotten from the front.</summary>
internal sealed class UndoStack<T>
    where T : struct
{
    private (int Index, T Before)[] _entries = new (int, T)[64];
    private int _first;
    private int _count;
    private long _forgotten;

    public long Position => _forgotten + _count;

    public void Push(int index, in T before)
    {
        if (_first + _count == _entries.Length)
        {
            MakeRoom();
        }

        _entries[_first + _count++] = (index, before);
    }

    public (int Index, T Before) Pop() => _entries[_first + --_count];

    public void ForgetTo(long position)
    {
        var gone = (int)(position - _forgotten);
        _first = gone == _count ? 0 : _first + gone;
        _count -= gone;
        _forgotten = position;
    }

    private void MakeRoom()
    {
        if (_first < _entries.Length / 2)
        {
            var larger = new (int, T)[_entries.Length * 2];
            Array.Copy(_entries, _first, larger, 0, _count);
            _entries = larger;
        }
        else
        {
            Array.Copy(_entries, _first, _entries, 0, _count);
        }

        _first = 0;
    }
}
