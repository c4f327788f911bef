using System.Text.Json.Serialization;

namespace OmniChannel.Engagement;

/// <summary>One thing a bot does. A closed hierarchy.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "action")]
[JsonDerivedType(typeof(SayAction), "say")]
[JsonDerivedType(typeof(CollectAction), "collect")]
[JsonDerivedType(typeof(VerifyAction), "verify")]
[JsonDerivedType(typeof(HandOffAction), "hand-off")]
[JsonDerivedType(typeof(CloseAction), "close")]
public abstract record BotAction
{
    private protected BotAction()
    {
    }
}
