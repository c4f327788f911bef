using System.Text.Json.Serialization;

namespace CustomChannel;

/// <summary>The wire format, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KioskMessage))]
internal sealed partial class KioskJson : JsonSerializerContext;
