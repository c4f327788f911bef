using System.Text.Encodings.Web;

namespace OmniChannel.Channels.WebChat;

/// <summary>JSON as it goes over the wire.</summary>
internal static class WebChatWire
{
    /// <summary>Japanese text stays readable and keeps a third of its escaped size; an event stream is no HTML.</summary>
    public static WebChatJson Json { get; } = new(new(WebChatJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
