using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Rows;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AgentSnapshot))]
[JsonSerializable(typeof(WorkItemSnapshot))]
internal sealed partial class RoutingJson : JsonSerializerContext;
