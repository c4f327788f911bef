namespace OmniChannel.Identity.Graph;

/// <summary>A growing list of structs in pieces of a fixed size: nothing is copied when it grows, and no room is kept for a doubling.</summary>
internal sealed class Chunks<T>
    where T : struct
{
    private const int Shift = 12;
    private const int Mask = (1 << Shift) - 1;
    private T[][] _pieces = new T[16][];

    public int Count { get; private set; }

    public ref T this[int index] => ref _pieces[index >> Shift][index & Mask];

    public int Add(in T value)
    {
        var piece = Count >> Shift;
        if (piece == _pieces.Length)
        {
            Array.Resize(ref _pieces, piece * 2);
        }

        _pieces[piece] ??= new T[1 << Shift];
        _pieces[piece][Count & Mask] = value;
        return Count++;
    }

    public T RemoveLast() => this[--Count];

    public void Truncate(int count) => Count = count;
}
