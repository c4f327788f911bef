using System.Buffers.Binary;
using System.Numerics;

namespace OmniChannel.Identity.Identifiers;

/// <summary>
/// SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012, and its 128-bit variant), over
/// eight bytes of context and the value. A keyed pseudorandom function made for short inputs: who lacks the key learns nothing from a hash.
/// </summary>
internal readonly struct SipHash(ulong key0, ulong key1)
{
    public static SipHash Of(ReadOnlySpan<byte> key) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..]));

    public IdentifierKey Hash(ReadOnlySpan<byte> bytes) => Hash(bytes, null);

    public IdentifierKey Hash(ulong context, ReadOnlySpan<byte> bytes) => Hash(bytes, context);

    private IdentifierKey Hash(ReadOnlySpan<byte> bytes, ulong? context)
    {
        var length = bytes.Length + (context is null ? 0 : 8);
        var v0 = key0 ^ 0x736f6d6570736575;
        var v1 = key1 ^ 0x646f72616e646f6d ^ 0xee;
        var v2 = key0 ^ 0x6c7967656e657261;
        var v3 = key1 ^ 0x7465646279746573;
        if (context is { } first)
        {
            Take(first, ref v0, ref v1, ref v2, ref v3);
        }

        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            Take(BinaryPrimitives.ReadUInt64LittleEndian(bytes), ref v0, ref v1, ref v2, ref v3);
        }

        var last = (ulong)length << 56;
        for (var i = 0; i < bytes.Length; i++)
        {
            last |= (ulong)bytes[i] << (8 * i);
        }

        Take(last, ref v0, ref v1, ref v2, ref v3);
        v2 ^= 0xee;
        Rounds(4, ref v0, ref v1, ref v2, ref v3);
        var high = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        Rounds(4, ref v0, ref v1, ref v2, ref v3);
        return new((long)high, (long)(v0 ^ v1 ^ v2 ^ v3));
    }

    private static void Take(ulong block, ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v3 ^= block;
        Rounds(2, ref v0, ref v1, ref v2, ref v3);
        v0 ^= block;
    }

    private static void Rounds(int count, ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        for (var i = 0; i < count; i++)
        {
            v0 += v1;
            v2 += v3;
            v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
            v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
            v0 = BitOperations.RotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
            v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
            v2 = BitOperations.RotateLeft(v2, 32);
        }
    }
}
