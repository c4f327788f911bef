using System.Text.Json.Serialization;

namespace OmniChannel.Channels.Twilio;

[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(TwilioAnswer))]
internal sealed partial class TwilioJsonContext : JsonSerializerContext;
