using System.Text.Json.Serialization;

namespace OmniChannel.Emulator.Mail;

/// <summary>Names as the vendor writes them, so without the camel case of the control API.</summary>
[JsonSerializable(typeof(PostmarkMail))]
internal sealed partial class PostmarkJsonContext : JsonSerializerContext;
