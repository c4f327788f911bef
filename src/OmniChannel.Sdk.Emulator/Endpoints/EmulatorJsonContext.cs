using System.Text.Json.Serialization;
using OmniChannel.Emulator.State;
using OmniChannel.Emulator.Twilio;

namespace OmniChannel.Emulator.Endpoints;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(EmulatorSnapshot))]
[JsonSerializable(typeof(TwilioResource))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlAnswer))]
internal sealed partial class EmulatorJsonContext : JsonSerializerContext;
