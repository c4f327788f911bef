using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace OmniChannel.Routing.Model;

/// <summary>Routing options as JSON: names as in <see cref="RoutingOptions"/> in camel case; policies are objects with a <c>kind</c>.</summary>
[Experimental("OMNI001")]
public static class RoutingConfiguration
{
    /// <summary>Reads options. A policy with a score of the application's own is set in code.</summary>
    /// <exception cref="RoutingConfigurationException">It is not JSON, a key is unknown, or a value is of another type; with the path.</exception>
    public static RoutingOptions Read(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8Json, RoutingConfigurationJson.Default.RoutingOptions)
                ?? throw new RoutingConfigurationException(["$: there is nothing"]);
        }
        catch (JsonException e)
        {
            throw new RoutingConfigurationException([$"{e.Path ?? "$"}: {e.Message}"]);
        }
    }

    /// <summary>Writes options, to be read again.</summary>
    public static byte[] Write(RoutingOptions options) => JsonSerializer.SerializeToUtf8Bytes(options, RoutingConfigurationJson.Default.RoutingOptions);
}
