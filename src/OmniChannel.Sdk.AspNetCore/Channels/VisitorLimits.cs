using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using OmniChannel.Channels;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>
/// How many visitors one remote address may become, and how many streams an address and a visitor may have open. What comes from this machine, or from no
/// address, has no limit by address: it is a proxy that the host does not look behind.
/// </summary>
internal sealed class VisitorLimits(OmniHttpOptions options, TimeProvider time)
{
    private static readonly TimeSpan StreamWait = TimeSpan.FromSeconds(10);
    private readonly RateCells _sessions = new(options.MaxNewSessionsPerMinute);
    private readonly CountCells _byAddress = new(options.MaxStreamsPerAddress);
    private readonly CountCells _byVisitor = new(options.MaxStreamsPerVisitor);

    /// <summary>Zero when a new visitor may begin; else how long to wait.</summary>
    public TimeSpan Begin(HttpContext context) =>
        AddressOf(context) is { } address ? _sessions.Take(address, time.GetElapsedTime(0).Ticks) : TimeSpan.Zero;

    /// <summary>Counts a stream; null when it may open, else how long to wait. Each that opened has to be closed.</summary>
    public TimeSpan? Open(HttpContext context, ChannelAccountId account, StreamVisitor visitor)
    {
        if (!_byVisitor.TryEnter(KeyOf(account, visitor)))
        {
            return StreamWait;
        }

        if (AddressOf(context) is not { } address || _byAddress.TryEnter(address))
        {
            return null;
        }

        _byVisitor.Leave(KeyOf(account, visitor));
        return StreamWait;
    }

    public void Close(HttpContext context, ChannelAccountId account, StreamVisitor visitor)
    {
        _byVisitor.Leave(KeyOf(account, visitor));
        if (AddressOf(context) is { } address)
        {
            _byAddress.Leave(address);
        }
    }

    private static int KeyOf(ChannelAccountId account, StreamVisitor visitor) => HashCode.Combine(account, visitor.SenderId);

    /// <summary>An IPv6 address counts by its first 64 bits: that is what one subscriber is given (RFC 6177 speaks of more, never of less).</summary>
    private static int? AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[16];
        remote.TryWriteBytes(bytes, out var written);
        var key = remote.AddressFamily == AddressFamily.InterNetwork ? bytes[..written] : remote.IsIPv4MappedToIPv6 ? bytes[12..] : bytes[..8];
        var hash = default(HashCode);
        hash.AddBytes(key);
        return hash.ToHashCode();
    }
}
