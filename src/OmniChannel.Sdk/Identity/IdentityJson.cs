using System.Text.Json.Serialization;

namespace OmniChannel.Identity;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AtomState))]
[JsonSerializable(typeof(IdentifierState))]
[JsonSerializable(typeof(VerdictState))]
internal sealed partial class IdentityJson : JsonSerializerContext;
