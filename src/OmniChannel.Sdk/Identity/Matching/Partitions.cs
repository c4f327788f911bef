namespace OmniChannel.Identity.Matching;

/// <summary>Work cut into pieces that depend on its size alone, so that results do not depend on how many threads there are.</summary>
internal static class Partitions
{
    public const int Size = 8192;

    public static int Count(long items) => (int)((items + Size - 1) / Size);

    /// <summary>How many items a piece has.</summary>
    public static int Length(int items, int piece) => (int)Math.Min(Size, items - ((long)piece * Size));

    /// <summary>Runs a body over [start, end) of each piece; the pieces may run in any order and at the same time.</summary>
    public static void Run(int items, int threads, Action<int, int, int> body)
    {
        var pieces = Count(items);
        if (threads <= 1 || pieces <= 1)
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                body(piece, piece * Size, (piece * Size) + Length(items, piece));
            }

            return;
        }

        Parallel.For(0, pieces, new ParallelOptions { MaxDegreeOfParallelism = threads },
            piece => body(piece, piece * Size, (piece * Size) + Length(items, piece)));
    }
}
