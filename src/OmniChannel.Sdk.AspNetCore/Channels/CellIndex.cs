namespace OmniChannel.AspNetCore.Channels;

/// <summary>Where a key's cells are. Hashes are seeded by the process, so that nobody outside can choose whom they share a cell with.</summary>
internal static class CellIndex
{
    private const int Bits = 14;

    public const int Count = 1 << Bits;

    public static int First(int key) => (int)(unchecked((uint)key * 2654435769u) >> (32 - Bits));

    public static int Second(int key) => (int)(unchecked((uint)HashCode.Combine(key)) >> (32 - Bits));
}
