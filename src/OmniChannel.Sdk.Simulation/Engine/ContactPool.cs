namespace OmniChannel.Simulation.Engine;

/// <summary>The contacts in the system, in one array whose places are used again.</summary>
internal sealed class ContactPool
{
    private Contact[] _contacts = new Contact[256];
    private int[] _free = new int[256];
    private int _freed;
    private int _used;

    /// <summary>How many are in the system.</summary>
    public int Count => _used - _freed;

    /// <summary>One past the last place ever used.</summary>
    public int Places => _used;

    public ref Contact this[int place] => ref _contacts[place];

    public int Add()
    {
        if (_freed > 0)
        {
            return _free[--_freed];
        }

        if (_used == _contacts.Length)
        {
            Array.Resize(ref _contacts, 2 * _used);
            Array.Resize(ref _free, 2 * _used);
        }

        _contacts[_used].Stamp = 1;
        return _used++;
    }

    public void Remove(int place)
    {
        ref var contact = ref _contacts[place];
        contact.Stamp++;
        contact.Live = false;
        _free[_freed++] = place;
    }
}
