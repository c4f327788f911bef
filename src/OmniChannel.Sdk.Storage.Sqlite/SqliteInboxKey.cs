using System.Buffers.Binary;

namespace OmniChannel.Storage.Sqlite;

/// <summary>An inbox key as the 16 bytes of a primary key, high half first.</summary>
internal static class SqliteInboxKey
{
    public const int Size = 16;

    public static void Write(InboxKey key, Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes, key.High);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], key.Low);
    }

    public static InboxKey Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
}
