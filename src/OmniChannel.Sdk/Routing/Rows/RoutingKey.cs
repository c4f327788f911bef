using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OmniChannel.Routing.Rows;

/// <summary>Row keys of things that hosts name.</summary>
internal static class RoutingKey
{
    public static long Of(AgentId agent) => Of(agent.Value);

    public static long Of(string name) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
