using System.Text.Json;
using System.Text.Json.Serialization;
using OmniChannel.AspNetCore.Channels;
using OmniChannel.Routing;

namespace OmniChannel.AspNetCore.Agents;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters =
[
    typeof(CamelCaseEnum<OmniChannel.Conversations.EntryKind>),
    typeof(CamelCaseEnum<OmniChannel.Conversations.ParticipantKind>),
    typeof(CamelCaseEnum<OmniChannel.Conversations.DeliveryState>),
    typeof(CamelCaseEnum<OmniChannel.Conversations.HandOffStep>),
    typeof(CamelCaseEnum<Presence>),
    typeof(CamelCaseEnum<WorkStatus>),
])]
[JsonSerializable(typeof(DeskView))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(PresenceBody))]
[JsonSerializable(typeof(TextBody))]
[JsonSerializable(typeof(TransferBody))]
[JsonSerializable(typeof(EpochBody))]
[JsonSerializable(typeof(ResolveBody))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<ReviewBody>))]
[JsonSerializable(typeof(VisitorSession))]
internal sealed partial class AgentApiJson : JsonSerializerContext;
