using System.Net;
using System.Net.Sockets;

namespace OmniChannel.Emulator;

/// <summary>Sockets that only this machine reaches.</summary>
internal static class Loopback
{
    /// <param name="port">0 for any free one.</param>
    public static Socket Bind(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }
}
