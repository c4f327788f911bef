using System.Text.Json;
using OmniChannel.Content;
using OmniChannel.Conversations;

namespace OmniChannel.Channels.WebChat;

/// <summary>
/// Turns an entry into what its customer may read. An allow-list by kind: a kind that is added later stays hidden until somebody decides
/// otherwise here. Of an entry's other parts only those named in <see cref="EntryFrame"/> leave.
/// </summary>
internal static class EntryRenderer
{
    public static StreamFrame? Render(StreamEntry entry, ChannelAccountId account)
    {
        var isWithdrawn = entry is { IsChange: true, Entry: { Kind: EntryKind.Message, Delivery: DeliveryState.Held } };
        var kind = entry.Entry.IsPrivate ? null : isWithdrawn ? EntryFrame.Message : KindOf(entry.Entry, account);
        if (kind is null)
        {
            return null;
        }

        var told = entry.Entry;
        var elsewhere = told.Channel is { } channel && channel.Channel != account.Channel;
        var frame = new EntryFrame
        {
            Conversation = entry.Conversation,
            Sequence = entry.Sequence,
            At = told.At.ToUniversalTime(),
            Kind = kind,
            Author = AuthorOf(told.Author),
            AuthorName = told.Author is ParticipantKind.Agent or ParticipantKind.Bot ? entry.AuthorName : null,
            Channel = elsewhere ? told.Channel!.Value.Channel.Value : null,
            ClientId = ClientIdOf(entry),
            Content = kind == EntryFrame.Message && !isWithdrawn && !told.IsErased && told.Content is { } content ? Shown(content, elsewhere) : null,
            Status = isWithdrawn ? "withdrawn" : kind == EntryFrame.Message ? StatusOf(told) : null,
        };
        return new() { Event = "entry", Data = JsonSerializer.Serialize(frame, WebChatWire.Json.EntryFrame) };
    }

    private static string? KindOf(TimelineEntry entry, ChannelAccountId account) => entry.Kind switch
    {
        // A held message was not said: a reason of ours kept it back, and neither it nor the reason is the customer's.
        EntryKind.Message => entry.Delivery == DeliveryState.Held || (entry.Content is null && !entry.IsErased) ? null : EntryFrame.Message,
        EntryKind.LegStarted => entry.Channel is { } channel && channel.Channel != account.Channel ? "leg" : null,
        EntryKind.Assigned => entry.Author == ParticipantKind.Agent ? "joined" : null,
        EntryKind.Queued => "queued",
        EntryKind.Closed => "closed",
        _ => null,
    };

    private static string AuthorOf(ParticipantKind author) => author switch
    {
        ParticipantKind.Customer => "customer",
        ParticipantKind.Agent => "agent",
        ParticipantKind.Bot => "bot",
        _ => "system",
    };

    private static string? StatusOf(TimelineEntry entry) => entry.IsErased ? "erased" : entry.Delivery switch
    {
        DeliveryState.Queued or DeliveryState.Sending or DeliveryState.Unknown => "sending",
        DeliveryState.Sent => "sent",
        DeliveryState.Delivered => "delivered",
        DeliveryState.Read => "read",
        DeliveryState.Failed => "failed",
        _ => null,
    };

    /// <summary>The browser's own id of a message, by which it knows its echo.</summary>
    private static string? ClientIdOf(StreamEntry entry) =>
        entry.Entry.Author == ParticipantKind.Customer && entry.ProviderMessageId is ['v', ..] id && id.IndexOf(':', StringComparison.Ordinal) is > 0 and var at
            ? id[(at + 1)..]
            : null;

    /// <summary>What came by another channel may hold a provider's addresses and ids, which are not the customer's to see: then its text.</summary>
    private static MessageContent Shown(MessageContent content, bool elsewhere) => content switch
    {
        TemplateContent => new TextContent(content.Preview),
        MediaContent or NativeContent or ReactionContent or FormContent when elsewhere => new TextContent(content.Preview),
        _ => content,
    };
}
