using System.Text.Json;
using System.Text.Json.Serialization;
using OmniChannel.AspNetCore.Channels;
using OmniChannel.Routing;

namespace OmniChannel.AspNetCore.Agents;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeskView))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(PresenceBody))]
[JsonSerializable(typeof(TextBody))]
[JsonSerializable(typeof(TransferBody))]
[JsonSerializable(typeof(EpochBody))]
[JsonSerializable(typeof(ResolveBody))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(VisitorSession))]
internal sealed partial class AgentApiJson : JsonSerializerContext;
