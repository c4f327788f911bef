using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>Where in a text of at most 64 characters each character stands, as a set of bits: sixteen characters at a time.</summary>
internal readonly ref struct Letters
{
    public const int Most = 64;

    private readonly Span<ushort> padded;
    private readonly ulong all;

    /// <param name="text">At most 64 characters, and at least one.</param>
    /// <param name="room">64 places to work in.</param>
    public Letters(ReadOnlySpan<char> text, Span<ushort> room)
    {
        padded = room[..((text.Length + 15) & ~15)];
        all = ulong.MaxValue >> (Most - text.Length);
        MemoryMarshal.Cast<char, ushort>(text).CopyTo(padded);
    }

    public ulong this[char c]
    {
        get
        {
            var wanted = Vector256.Create((ushort)c);
            ulong found = 0;
            for (var i = 0; i < padded.Length; i += 16)
            {
                found |= (ulong)Vector256.Equals(Vector256.Create<ushort>(padded[i..]), wanted).ExtractMostSignificantBits() << i;
            }

            return found & all;
        }
    }
}
