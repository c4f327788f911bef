using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OmniChannel.Load;

/// <summary>Sends prepared requests over connections that stay open, one at a time on each, and times every answer.</summary>
internal sealed class Sender : IDisposable
{
    private readonly Socket[] _sockets;

    public Sender(int connections, IPEndPoint host)
    {
        _sockets = new Socket[connections];
        for (var i = 0; i < connections; i++)
        {
            _sockets[i] = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            _sockets[i].Connect(host);
        }
    }

    /// <summary>Sends everything; gives requests per second and the milliseconds of each.</summary>
    /// <exception cref="InvalidOperationException">An answer was not 2xx.</exception>
    public async Task<(double PerSecond, double[] Milliseconds)> SendAsync(byte[][] requests)
    {
        var times = new double[requests.Length];
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(_sockets.Select(s => Task.Run(async () =>
        {
            var buffer = new byte[4096];
            for (var i = Interlocked.Increment(ref next); i < requests.Length; i = Interlocked.Increment(ref next))
            {
                var began = Stopwatch.GetTimestamp();
                await s.SendAsync(requests[i]);
                await ReadAsync(s, buffer);
                times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        })));
        return (requests.Length / Stopwatch.GetElapsedTime(start).TotalSeconds, times);
    }

    public void Dispose() => Array.ForEach(_sockets, s => s.Dispose());

    private static async Task ReadAsync(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            length += read;
            if (read == 0)
            {
                throw new InvalidOperationException("The host closed the connection.");
            }

            if (IsWhole(buffer.AsSpan(0, length)))
            {
                return;
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        if (!answer.StartsWith("HTTP/1.1 2"u8))
        {
            throw new InvalidOperationException("Answered " + Encoding.ASCII.GetString(answer[..answer.IndexOf((byte)'\r')]));
        }

        var header = answer.IndexOf("Content-Length: "u8);
        var body = 0;
        if (header >= 0)
        {
            _ = System.Buffers.Text.Utf8Parser.TryParse(answer[(header + 16)..], out body, out _);
        }

        return answer.Length >= end + 4 + body;
    }
}
