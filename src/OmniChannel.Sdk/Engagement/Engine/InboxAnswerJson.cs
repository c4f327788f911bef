using System.Text.Json.Serialization;

namespace OmniChannel.Engagement.Engine;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InboxAnswer))]
internal sealed partial class InboxAnswerJson : JsonSerializerContext;
