using System.Text.Json.Serialization;

namespace OmniChannel.Channels;

/// <summary>What a call should do next. A closed hierarchy.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SayCommand), "say")]
[JsonDerivedType(typeof(GatherCommand), "gather")]
[JsonDerivedType(typeof(WaitCommand), "wait")]
[JsonDerivedType(typeof(ConnectCommand), "connect")]
[JsonDerivedType(typeof(HangUpCommand), "hang-up")]
public abstract record CallCommand
{
    private protected CallCommand()
    {
    }
}
