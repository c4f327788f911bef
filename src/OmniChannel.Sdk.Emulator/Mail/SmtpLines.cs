using System.Text;

namespace OmniChannel.Emulator.Mail;

/// <summary>Lines in, replies out, bounded.</summary>
internal sealed class SmtpLines(Stream stream)
{
    private const int MaxLine = 4096;
    private readonly byte[] _buffer = new byte[MaxLine];
    private int _start;
    private int _end;

    public async Task ReplyAsync(string text, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>Null at the end of the stream.</summary>
    /// <exception cref="IOException">The line is too long.</exception>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken) =>
        await ReadBytesAsync(cancellationToken) is { } line ? Encoding.UTF8.GetString(line) : null;

    /// <summary>A line without its end; valid until the next read.</summary>
    public async Task<byte[]?> ReadBytesAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = _buffer.AsSpan(_start, length);
                _start += length + 1;
                return (line is [.., (byte)'\r'] ? line[..^1] : line).ToArray();
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            if (_end == _buffer.Length)
            {
                throw new IOException("A line is too long.");
            }

            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
            {
                return null;
            }

            _end += read;
        }
    }
}
