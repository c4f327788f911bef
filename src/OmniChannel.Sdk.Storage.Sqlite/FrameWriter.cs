using System.Buffers.Binary;
using System.Text;

namespace OmniChannel.Storage.Sqlite;

/// <summary>
/// A buffer that grows and is used again. Numbers are unsigned and variable in length, seven bits a byte, lowest first; texts and bytes
/// follow their length. One thread at a time.
/// </summary>
internal sealed class FrameWriter
{
    public const int LongestNumber = 5;

    private byte[] _buffer = new byte[4096];
    private int _length;

    /// <summary>What was written since <see cref="Start"/>; good until the next start.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void Start(byte version)
    {
        _length = 0;
        _buffer[_length++] = version;
    }

    public void Number(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        Reserve(LongestNumber);
        var rest = (uint)number;
        for (; rest >= 0x80; rest >>= 7)
        {
            _buffer[_length++] = (byte)(rest | 0x80);
        }

        _buffer[_length++] = (byte)rest;
    }

    public void Int64(long value)
    {
        Reserve(sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_length), value);
        _length += sizeof(long);
    }

    public void Text(string text)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        Number(size);
        Reserve(size);
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Reserve(int more)
    {
        if (_buffer.Length - _length < more)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, checked(_length + more)));
        }
    }
}
