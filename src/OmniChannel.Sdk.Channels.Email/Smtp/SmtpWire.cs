using System.Globalization;
using System.Text;

namespace OmniChannel.Channels.Email.Smtp;

/// <summary>Lines out, replies in, over a stream that STARTTLS may replace. Replies are bounded in length and lines.</summary>
internal sealed class SmtpWire(Stream stream) : IAsyncDisposable
{
    // RFC 5321 section 4.5.3.1.5 allows 512 octets; servers exceed it
    private const int MaxLineLength = 4096;
    private const int MaxReplyLines = 200;
    private readonly byte[] _buffer = new byte[MaxLineLength];
    private int _start;
    private int _end;

    public Stream Stream { get; private set; } = stream;

    /// <summary>Something arrived that nobody asked for.</summary>
    public bool HasUnreadInput => _end > _start;

    public void Replace(Stream stream) => Stream = stream;

    public async Task SendLineAsync(string line, CancellationToken cancellationToken)
    {
        if (line.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new InvalidOperationException("A command must be one line.");
        }

        await SendAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellationToken).ConfigureAwait(false);
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await Stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await Stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<SmtpReply> ReadReplyAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var code = 0;
        while (lines.Count < MaxReplyLines)
        {
            var line = await ReadLineAsync(cancellationToken).ConfigureAwait(false);
            if (!TryReadCode(line, out var lineCode) || (code != 0 && lineCode != code))
            {
                throw new SmtpProtocolException("The server's reply is not SMTP.");
            }

            code = lineCode;
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new SmtpProtocolException("The server's reply has too many lines.");
    }

    public ValueTask DisposeAsync() => Stream.DisposeAsync();

    private static bool TryReadCode(string line, out int code)
    {
        code = 0;
        return line.Length >= 3 && line[0] is >= '2' and <= '5' && (line.Length == 3 || line[3] is ' ' or '-')
            && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out code);
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _start, length).TrimEnd('\r');
                _start += length + 1;
                return line;
            }

            if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                _end -= _start;
                _start = 0;
            }

            if (_end == _buffer.Length)
            {
                throw new SmtpProtocolException("The server's reply has too long a line.");
            }

            var read = await Stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                throw new SmtpProtocolException("The server closed the connection.");
            }

            _end += read;
        }
    }
}
