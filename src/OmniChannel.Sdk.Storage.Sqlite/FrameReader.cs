using System.Buffers.Binary;
using System.Text;

namespace OmniChannel.Storage.Sqlite;

/// <summary>
/// Reads what <see cref="FrameWriter"/> wrote. Every length is checked against what is left, so that damaged bytes end in
/// <see cref="InvalidDataException"/> and never in an allocation of their choosing.
/// </summary>
internal ref struct FrameReader(ReadOnlyMemory<byte> bytes, string what)
{
    private ReadOnlyMemory<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>The version that the bytes begin with; versions begin at 1.</summary>
    public byte Version(byte newest)
    {
        if (_rest.IsEmpty || _rest.Span[0] is var version && (version == 0 || version > newest))
        {
            throw new InvalidDataException($"{what} are framed in a way that this version does not know.");
        }

        _rest = _rest[1..];
        return version;
    }

    /// <summary>A number of things that follow; each takes a byte at least.</summary>
    public int Count()
    {
        var count = Number();
        return count <= _rest.Length ? count : throw Cut();
    }

    public int Number()
    {
        var rest = _rest.Span;
        ulong value = 0;
        for (var i = 0; i < FrameWriter.LongestNumber && i < rest.Length; i++)
        {
            value |= (ulong)(rest[i] & 0x7F) << (7 * i);
            if (rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value <= int.MaxValue ? (int)value : throw Cut();
            }
        }

        throw Cut();
    }

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)).Span);

    public string Text() => Encoding.UTF8.GetString(Bytes().Span);

    /// <summary>A part of the bytes read from, not a copy.</summary>
    public ReadOnlyMemory<byte> Bytes() => Take(Number());

    public readonly void End()
    {
        if (!IsAtEnd)
        {
            throw Cut();
        }
    }

    public readonly InvalidDataException Cut() => new($"{what} are cut or damaged.");

    private ReadOnlyMemory<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw Cut();
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
