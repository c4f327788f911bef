namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>A growing list in pieces: nothing is copied while it grows, and no piece is large.</summary>
internal sealed class FoundPairs
{
    private const int PieceBits = 12;
    private const int Size = 1 << PieceBits;

    private readonly List<Found[]> pieces = [];

    public int Count { get; private set; }

    public Found this[int index] => pieces[index >> PieceBits][index & (Size - 1)];

    public void Add(Found pair)
    {
        if (Count >> PieceBits == pieces.Count)
        {
            pieces.Add(new Found[Size]);
        }

        pieces[^1][Count++ & (Size - 1)] = pair;
    }

    /// <param name="Pair">The smaller record in the upper half.</param>
    /// <param name="Price">The size of the block it comes from.</param>
    /// <param name="Bound">The fields, as a set of bits, without whose agreement it would not be here.</param>
    public readonly record struct Found(long Pair, int Price, uint Bound);
}
