using System.Text.Json.Serialization;

namespace OmniChannel.Engagement.Bots;

[JsonSerializable(typeof(TreeMemory))]
internal sealed partial class TreeMemoryJson : JsonSerializerContext;
