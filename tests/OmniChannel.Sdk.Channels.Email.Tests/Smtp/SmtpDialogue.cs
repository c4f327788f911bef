using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace OmniChannel.Channels.Email.Tests.Smtp;

/// <summary>The server's side of one connection, for scripts: expect a line, send a reply, hang up.</summary>
internal sealed class SmtpDialogue(Stream stream) : IAsyncDisposable
{
    private Stream _stream = stream;

    /// <summary>Every command line received.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>The content as it came over the wire, final dot not included.</summary>
    public string Content { get; private set; } = "";

    public async Task SendAsync(string lines)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(lines.ReplaceLineEndings("\r\n") + "\r\n"));
        await _stream.FlushAsync();
    }

    /// <summary>Reads a command, checks how it starts, and answers.</summary>
    public async Task<string> ExpectAsync(string start, string? reply)
    {
        var line = await ReadLineAsync();
        Commands.Add(line);
        Assert.StartsWith(start, line);
        if (reply is not null)
        {
            await SendAsync(reply);
        }

        return line;
    }

    public async Task ReadContentAsync()
    {
        var content = new StringBuilder();
        for (var line = await ReadLineAsync(); line != "."; line = await ReadLineAsync())
        {
            content.Append(line).Append("\r\n");
        }

        Content = content.ToString();
    }

    /// <summary>Greeting to the point where content is awaited, all accepted.</summary>
    public async Task RunUpToContentAsync(string extensions = "250 8BITMIME")
    {
        await SendAsync("220 ready");
        await ExpectAsync("EHLO ", "250-hello\n" + extensions);
        await ExpectAsync("MAIL FROM:", "250 2.1.0 ok");
        await ExpectAsync("RCPT TO:", "250 2.1.5 ok");
        await ExpectAsync("DATA", "354 go on");
    }

    public async Task EncryptAsync(X509Certificate2 certificate)
    {
        var tls = new SslStream(_stream);
        _stream = tls;
        await tls.AuthenticateAsServerAsync(certificate);
    }

    public async Task<string> ReadLineAsync()
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (await _stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
            {
                Assert.Equal((byte)'\r', bytes[^1]);
                return Encoding.UTF8.GetString([.. bytes[..^1]]);
            }

            bytes.Add(one[0]);
        }

        throw new EndOfStreamException("The client hung up.");
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
