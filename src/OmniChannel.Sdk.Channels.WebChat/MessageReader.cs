using System.Globalization;
using System.Text.Json;
using OmniChannel.Content;
using OmniChannel.Webhooks;

namespace OmniChannel.Channels.WebChat;

/// <summary>Reads <c>POST messages</c>: an id and one of <c>text</c>, <c>choice</c>, <c>content</c>.</summary>
internal static class MessageReader
{
    private const int MaxId = 64;
    private const int MaxOptionId = 256;

    public static ChannelEvent Read(JsonElement body, StreamVisitor visitor, DateTimeOffset receivedAt)
    {
        var key = $"{visitor.SenderId}:{Id(body)}";
        return new MessageReceived
        {
            DedupeKey = key,
            ProviderMessageId = key,
            Sender = visitor.SenderId,
            OccurredAt = receivedAt,
            Evidence = visitor.Evidence,
            Locale = visitor.Locale,
            Content = [Content(body)],
        };
    }

    internal static string Text(JsonElement value, string name, int max) =>
        Checked(value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Malformed(name, "a string"), name, max);

    internal static string Checked(string text, string name, int max)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
        if (string.IsNullOrWhiteSpace(text) || (text.Length > max && new StringInfo(text).LengthInTextElements > max))
        {
            throw Malformed(name, string.Create(CultureInfo.InvariantCulture, $"1 to {max} characters"));
        }

        return text;
    }

    internal static MalformedWebhookException Malformed(string name, string needs) => new($"The field '{name}' has to be {needs}.");

    private static MessageContent Content(JsonElement body)
    {
        if (body.TryGetProperty("text", out var text))
        {
            return new TextContent(Text(text, "text", WebChatChannel.MaxText));
        }

        if (body.TryGetProperty("choice", out var choice))
        {
            return choice.ValueKind == JsonValueKind.Object
                && choice.TryGetProperty("optionId", out var option)
                && choice.TryGetProperty("label", out var label)
                    ? new ChoiceReplyContent
                    {
                        OptionId = Text(option, "choice.optionId", MaxOptionId),
                        Label = Text(label, "choice.label", WebChatChannel.MaxText),
                    }
                    : throw Malformed("choice", "an object with optionId and label");
        }

        return body.TryGetProperty("content", out var content)
            ? ContentReader.Read(content)
            : throw new MalformedWebhookException("The body has none of text, choice and content.");
    }

    private static string Id(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedWebhookException("The body is no JSON object.");
        }

        return body.TryGetProperty("id", out var id)
            && id.ValueKind == JsonValueKind.String
            && id.GetString() is { Length: > 0 and <= MaxId } text
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
                ? text
                : throw Malformed("id", "1 to 64 letters, digits, dashes or underscores");
    }
}
