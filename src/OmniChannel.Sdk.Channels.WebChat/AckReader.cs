using System.Globalization;
using System.Text.Json;
using OmniChannel.Webhooks;

namespace OmniChannel.Channels.WebChat;

/// <summary>Reads <c>POST acks</c>: one ack, or <c>{"acks": [...]}</c> of at most 100.</summary>
internal static class AckReader
{
    private const int MaxAcks = 100;

    public static IReadOnlyList<ChannelEvent> Read(JsonElement body, StreamVisitor visitor, DateTimeOffset receivedAt)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedWebhookException("The body is no JSON object.");
        }

        if (!body.TryGetProperty("acks", out var acks))
        {
            return [One(body, visitor, receivedAt)];
        }

        return acks.ValueKind == JsonValueKind.Array && acks.GetArrayLength() is > 0 and <= MaxAcks
            ? [.. acks.EnumerateArray().Select(a => One(a, visitor, receivedAt))]
            : throw MessageReader.Malformed("acks", "an array of 1 to 100 acks");
    }

    private static ChannelEvent One(JsonElement ack, StreamVisitor visitor, DateTimeOffset receivedAt)
    {
        if (ack.ValueKind != JsonValueKind.Object
            || !ack.TryGetProperty("conversation", out var named)
            || named.ValueKind != JsonValueKind.String
            || !ConversationId.TryParse(named.GetString(), out var conversation))
        {
            throw MessageReader.Malformed("conversation", "a conversation's id");
        }

        if (!ack.TryGetProperty("sequence", out var number)
            || number.ValueKind != JsonValueKind.Number
            || !number.TryGetInt64(out var sequence)
            || sequence < 1)
        {
            throw MessageReader.Malformed("sequence", "a whole number from 1");
        }

        var kind = ack.TryGetProperty("kind", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        var message = string.Create(CultureInfo.InvariantCulture, $"{conversation}:{sequence}");
        ReceiptKind? receipt = kind switch { "delivered" => ReceiptKind.Delivered, "read" => ReceiptKind.Read, _ => null };
        return receipt is { } known
            ? new DeliveryReceiptReceived
            {
                DedupeKey = $"{visitor.SenderId}:{message}:{kind}",
                Sender = visitor.SenderId,
                OccurredAt = receivedAt,
                Evidence = visitor.Evidence,
                Receipt = known,
                ProviderMessageId = message,
            }
            : throw MessageReader.Malformed("kind", "'delivered' or 'read'");
    }
}
