using System.Text.Json.Serialization;
using OmniChannel.Content;

namespace OmniChannel.Channels.WebChat;

/// <summary>JSON of this package; used through <see cref="WebChatWire"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(EntryFrame))]
[JsonSerializable(typeof(MessageContent))]
internal sealed partial class WebChatJson : JsonSerializerContext;
