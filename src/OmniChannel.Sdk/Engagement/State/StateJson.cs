using System.Text.Json.Serialization;

namespace OmniChannel.Engagement.State;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(SlotState))]
[JsonSerializable(typeof(QuestionState))]
[JsonSerializable(typeof(BotState))]
[JsonSerializable(typeof(VerificationState))]
[JsonSerializable(typeof(CallState))]
[JsonSerializable(typeof(MessageThread))]
[JsonSerializable(typeof(ReplyHandle))]
[JsonSerializable(typeof(ProfileState))]
[JsonSerializable(typeof(MessageState))]
[JsonSerializable(typeof(ProviderIdState))]
[JsonSerializable(typeof(EffectState))]
[JsonSerializable(typeof(SettingState))]
internal sealed partial class StateJson : JsonSerializerContext;
