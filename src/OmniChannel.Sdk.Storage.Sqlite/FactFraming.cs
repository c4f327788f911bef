using System.Text;

namespace OmniChannel.Storage.Sqlite;

/// <summary>
/// The facts of a journal row as one blob: a version byte, the number of facts, and for each its kind, version and body. Numbers are
/// unsigned and variable in length, seven bits a byte, lowest first; texts and bodies follow their length. One thread at a time.
/// </summary>
internal sealed class FactFraming
{
    private const byte FramingVersion = 1;
    private const int LongestNumber = 5;

    private byte[] _buffer = new byte[4096];
    private int _length;

    /// <summary>The blob; good until the next call.</summary>
    public ReadOnlySpan<byte> Write(IReadOnlyList<FactRecord> facts)
    {
        _length = 0;
        Reserve(1 + LongestNumber);
        _buffer[_length++] = FramingVersion;
        Put(facts.Count);
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            var kind = Encoding.UTF8.GetByteCount(fact.Kind);
            Reserve(kind + fact.Body.Length + (3 * LongestNumber));
            Put(kind);
            _length += Encoding.UTF8.GetBytes(fact.Kind, _buffer.AsSpan(_length));
            Put(fact.Version);
            Put(fact.Body.Length);
            fact.Body.Span.CopyTo(_buffer.AsSpan(_length));
            _length += fact.Body.Length;
        }

        return _buffer.AsSpan(0, _length);
    }

    /// <exception cref="InvalidDataException">The blob is not one that this class writes.</exception>
    public static IReadOnlyList<FactRecord> Read(ReadOnlySpan<byte> blob)
    {
        if (blob.IsEmpty || blob[0] != FramingVersion)
        {
            throw new InvalidDataException("The facts of a journal row are framed in a way that this version does not know.");
        }

        var rest = blob[1..];
        var count = Number(ref rest);
        if (count > rest.Length)
        {
            throw Cut();
        }

        var facts = new FactRecord[count];
        for (var i = 0; i < facts.Length; i++)
        {
            var kind = Encoding.UTF8.GetString(Bytes(ref rest));
            var version = Number(ref rest);
            facts[i] = new FactRecord { Kind = kind, Version = version, Body = Bytes(ref rest).ToArray() };
        }

        return rest.IsEmpty ? facts : throw Cut();
    }

    private static ReadOnlySpan<byte> Bytes(ref ReadOnlySpan<byte> rest)
    {
        var length = Number(ref rest);
        if (length > rest.Length)
        {
            throw Cut();
        }

        var bytes = rest[..length];
        rest = rest[length..];
        return bytes;
    }

    private static int Number(ref ReadOnlySpan<byte> rest)
    {
        ulong value = 0;
        for (var i = 0; i < LongestNumber && i < rest.Length; i++)
        {
            value |= (ulong)(rest[i] & 0x7F) << (7 * i);
            if (rest[i] < 0x80)
            {
                rest = rest[(i + 1)..];
                return value <= int.MaxValue ? (int)value : throw Cut();
            }
        }

        throw Cut();
    }

    private static InvalidDataException Cut() => new("The facts of a journal row are cut or damaged.");

    private void Put(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var rest = (uint)number;
        for (; rest >= 0x80; rest >>= 7)
        {
            _buffer[_length++] = (byte)(rest | 0x80);
        }

        _buffer[_length++] = (byte)rest;
    }

    private void Reserve(int more)
    {
        if (_buffer.Length - _length < more)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + more));
        }
    }
}
