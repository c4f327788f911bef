using System.Text.Json;
using OmniChannel.Content;

namespace OmniChannel.Channels.WebChat;

/// <summary>Reads a content object that a page sent. What a visitor has no business to send, or nobody knows, is kept as native content.</summary>
internal static class ContentReader
{
    private const int MaxKind = 64;

    public static MessageContent Read(JsonElement content)
    {
        if (content.ValueKind != JsonValueKind.Object || !content.TryGetProperty("kind", out var named))
        {
            throw MessageReader.Malformed("content", "an object with a kind");
        }

        var kind = MessageReader.Text(named, "content.kind", MaxKind);
        if (kind is not ("text" or "media" or "location" or "contact" or "choice-reply" or "form" or "reaction"))
        {
            return Native(kind, content);
        }

        try
        {
            return Checked(content.Deserialize(WebChatWire.Json.MessageContent)!);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw MessageReader.Malformed("content", $"a {kind} in its known form");
        }
    }

    private static MessageContent Checked(MessageContent content) => content switch
    {
        TextContent text => new TextContent(MessageReader.Checked(text.Text, "content.text", WebChatChannel.MaxText)),
        MediaContent media when !media.Source.IsAbsoluteUri || (media.Source.Scheme is not ("http" or "https")) =>
            throw MessageReader.Malformed("content.source", "an http or https address"),
        MediaContent { Source.UserInfo.Length: > 0 } => throw MessageReader.Malformed("content.source", "an address without credentials"),
        ContactContent contact => Whole(contact),
        FormContent form when form.Fields.Values.Contains(null) => throw MessageReader.Malformed("content.fields", "texts"),
        LocationContent { Latitude: < -90 or > 90 } or LocationContent { Longitude: < -180 or > 180 } =>
            throw MessageReader.Malformed("content", "a place on earth"),
        _ => content,
    };

    /// <summary>Generated readers leave a list that is not in the JSON null, whatever its initialiser says.</summary>
    private static ContactContent Whole(ContactContent contact)
    {
        var whole = contact with { Phones = contact.Phones ?? [], Emails = contact.Emails ?? [] };
        return whole.Phones.Concat(whole.Emails).Contains(null) ? throw MessageReader.Malformed("content", "a contact card without empty places") : whole;
    }

    private static NativeContent Native(string kind, JsonElement content) => new()
    {
        Type = kind,
        Data = content.GetRawText(),
        Fallback = content.TryGetProperty("fallback", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null,
    };
}
