using System.Text.Json.Serialization;
using OmniChannel.Channels.Email.Inbound;
using OmniChannel.Channels.Email.Outbound;

namespace OmniChannel.Channels.Email;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AttachmentNote))]
[JsonSerializable(typeof(SendGridMail))]
[JsonSerializable(typeof(SendGridErrors))]
internal sealed partial class EmailJsonContext : JsonSerializerContext;
