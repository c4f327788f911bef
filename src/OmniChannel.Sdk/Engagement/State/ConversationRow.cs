using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmniChannel.Engagement.State;

/// <summary>
/// The stored form of a conversation: an array of its values in a fixed order, times as UTC ticks, without the defaults at its end. Nearly
/// every message writes such a row, and with names it took more than twice the pages. New values go behind the last; none ever moves.
/// </summary>
internal sealed class ConversationRow : JsonConverter<ConversationState>
{
    private const int Id = 0, Atom = 1, IsOpen = 2, OpenedAt = 3, LastAt = 4, LastSequence = 5, Locale = 6, Legs = 7, InboundLeg = 8, LastInboundAt = 9,
        UnansweredSince = 10, Need = 11, FirstResponseAt = 12, AskedTwice = 13, RecognisedAs = 14, Slots = 15, Question = 16, Bot = 17, Verification = 18,
        Call = 19, Thread = 20, ReplyHandle = 21, ClosedAt = 22, JoinedInto = 23, RepeatContacts = 24, Joined = 25, Apart = 26;

    private static readonly StateJson Json = StateJson.Default;

    public override ConversationState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var row = new RowValues(document.RootElement);
        return new()
        {
            Id = new(row.Int64(Id)),
            Atom = row.Int64(Atom),
            IsOpen = row.Int64(IsOpen) != 0,
            OpenedAt = row.Time(OpenedAt) ?? default,
            LastAt = row.Time(LastAt) ?? default,
            LastSequence = row.Int64(LastSequence),
            Locale = new(row.Text(Locale) ?? OmniChannel.Locale.English.Tag),
            Legs = [.. row.Items(Legs).Select(Leg)],
            InboundLeg = (int)row.Int64(InboundLeg),
            LastInboundAt = row.Time(LastInboundAt),
            UnansweredSince = row.Time(UnansweredSince),
            Need = row.Text(Need),
            FirstResponseAt = row.Time(FirstResponseAt),
            AskedTwice = (int)row.Int64(AskedTwice),
            RecognisedAs = row.Text(RecognisedAs),
            Slots = [.. row.Items(Slots).Select(s => s.Deserialize(Json.SlotState)!)],
            Question = row.Value(Question, Json.QuestionState),
            Bot = row.Value(Bot, Json.BotState),
            Verification = row.Value(Verification, Json.VerificationState),
            Call = row.Value(Call, Json.CallState),
            Thread = row.Value(Thread, Json.MessageThread),
            ReplyHandle = row.Value(ReplyHandle, Json.ReplyHandle),
            ClosedAt = row.Time(ClosedAt),
            JoinedInto = new(row.Int64(JoinedInto)),
            RepeatContacts = (int)row.Int64(RepeatContacts),
            Joined = [.. row.Items(Joined).Select(j => new ConversationId(j.GetInt64()))],
            Apart = [.. row.Items(Apart).Select(j => new ConversationId(j.GetInt64()))],
        };
    }

    public override void Write(Utf8JsonWriter writer, ConversationState value, JsonSerializerOptions options)
    {
        var last = Last(value);
        writer.WriteStartArray();
        for (var place = 0; place <= last; place++)
        {
            Write(writer, value, place);
        }

        writer.WriteEndArray();
    }

    private static int Last(ConversationState value) =>
        !value.Apart.IsEmpty ? Apart
        : !value.Joined.IsEmpty ? Joined
        : value.RepeatContacts != 0 ? RepeatContacts
        : !value.JoinedInto.IsEmpty ? JoinedInto
        : value.ClosedAt is not null ? ClosedAt
        : value.ReplyHandle is not null ? ReplyHandle
        : value.Thread is not null ? Thread
        : value.Call is not null ? Call
        : value.Verification is not null ? Verification
        : value.Bot is not null ? Bot
        : value.Question is not null ? Question
        : !value.Slots.IsEmpty ? Slots
        : value.RecognisedAs is not null ? RecognisedAs
        : value.AskedTwice != 0 ? AskedTwice
        : value.FirstResponseAt is not null ? FirstResponseAt
        : Need;

    private static void Write(Utf8JsonWriter writer, ConversationState value, int place)
    {
        switch (place)
        {
            case Id: writer.WriteNumberValue(value.Id.Value); break;
            case Atom: writer.WriteNumberValue(value.Atom); break;
            case IsOpen: writer.WriteNumberValue(value.IsOpen ? 1 : 0); break;
            case OpenedAt: Write(writer, value.OpenedAt); break;
            case LastAt: Write(writer, value.LastAt); break;
            case LastSequence: writer.WriteNumberValue(value.LastSequence); break;
            case Locale: writer.WriteStringValue(value.Locale.Tag); break;
            case Legs: WriteLegs(writer, value.Legs); break;
            case InboundLeg: writer.WriteNumberValue(value.InboundLeg); break;
            case LastInboundAt: Write(writer, value.LastInboundAt); break;
            case UnansweredSince: Write(writer, value.UnansweredSince); break;
            case Need: writer.WriteStringValue(value.Need); break;
            case FirstResponseAt: Write(writer, value.FirstResponseAt); break;
            case AskedTwice: writer.WriteNumberValue(value.AskedTwice); break;
            case RecognisedAs: writer.WriteStringValue(value.RecognisedAs); break;
            case Slots: WriteSlots(writer, value.Slots); break;
            case Question: JsonSerializer.Serialize(writer, value.Question, Json.QuestionState!); break;
            case Bot: JsonSerializer.Serialize(writer, value.Bot, Json.BotState!); break;
            case Verification: JsonSerializer.Serialize(writer, value.Verification, Json.VerificationState!); break;
            case Call: JsonSerializer.Serialize(writer, value.Call, Json.CallState!); break;
            case Thread: JsonSerializer.Serialize(writer, value.Thread, Json.MessageThread!); break;
            case ReplyHandle: JsonSerializer.Serialize(writer, value.ReplyHandle, Json.ReplyHandle!); break;
            case ClosedAt: Write(writer, value.ClosedAt); break;
            case JoinedInto: writer.WriteNumberValue(value.JoinedInto.Value); break;
            case RepeatContacts: writer.WriteNumberValue(value.RepeatContacts); break;
            case Joined: WriteIds(writer, value.Joined); break;
            case Apart: WriteIds(writer, value.Apart); break;
        }
    }

    private static LegState Leg(JsonElement element)
    {
        var row = new RowValues(element);
        return new()
        {
            Account = ChannelAccountId.Parse(row.Text(0)!, null),
            SenderId = row.Text(1)!,
            Atom = row.Int64(2),
            StartedAt = row.Time(3) ?? default,
            IsPresent = row.Int64(4) != 0,
        };
    }

    private static void WriteLegs(Utf8JsonWriter writer, ImmutableArray<LegState> legs)
    {
        writer.WriteStartArray();
        foreach (var leg in legs)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(leg.Account.ToString());
            writer.WriteStringValue(leg.SenderId);
            writer.WriteNumberValue(leg.Atom);
            Write(writer, leg.StartedAt);
            writer.WriteNumberValue(leg.IsPresent ? 1 : 0);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void WriteIds(Utf8JsonWriter writer, ImmutableArray<ConversationId> ids)
    {
        writer.WriteStartArray();
        foreach (var conversation in ids)
        {
            writer.WriteNumberValue(conversation.Value);
        }

        writer.WriteEndArray();
    }

    private static void WriteSlots(Utf8JsonWriter writer, ImmutableArray<SlotState> slots)
    {
        writer.WriteStartArray();
        foreach (var slot in slots)
        {
            JsonSerializer.Serialize(writer, slot, Json.SlotState);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, DateTimeOffset? time) => writer.WriteNumberValue(time?.UtcTicks ?? 0);
}
