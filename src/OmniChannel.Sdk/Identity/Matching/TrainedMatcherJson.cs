using System.Text.Json.Serialization;

namespace OmniChannel.Identity.Matching;

[JsonSourceGenerationOptions(WriteIndented = true, IgnoreReadOnlyProperties = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TrainedMatcher))]
internal sealed partial class TrainedMatcherJson : JsonSerializerContext;
