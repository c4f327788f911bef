using System.Text.Json;
using OmniChannel.Content;
using OmniChannel.Conversations;

namespace OmniChannel.Channels.WebChat.Tests;

public sealed class RenderTests
{
    private static readonly ChannelAccountId Sms = new(new("sms"), "secret-number");
    private readonly Chat _chat = new();

    public static TheoryData<EntryKind> Kinds => [.. Enum.GetValues<EntryKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_BySystem_IsShownOnlyIfListed(EntryKind kind)
    {
        var shown = kind is EntryKind.Message or EntryKind.Queued or EntryKind.Closed;
        Assert.Equal(shown, Frame(new() { Kind = kind, Author = ParticipantKind.System, Content = new TextContent("x") }) is not null);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_ByAgent_NeverTellsMoreThanItMay(EntryKind kind)
    {
        var frame = Frame(new()
        {
            Kind = kind,
            Author = ParticipantKind.Agent,
            AuthorId = "agent-7",
            Content = new TextContent("x"),
            Channel = Sms,
            Reason = Explanation.Of("routing.secret", ("who", "agent-8")),
            Message = new MessageId(4711),
            Slot = "order",
            Detail = "detail-1",
        });
        if (frame is { } root)
        {
            var names = root.EnumerateObject().Select(p => p.Name);
            Assert.Subset(
                new HashSet<string> { "conversation", "sequence", "at", "kind", "author", "authorName", "channel", "content", "status" }, names.ToHashSet());
            var text = root.GetRawText();
            Assert.All(["agent-", "routing", "detail-1", "order", "msg_", "secret-number"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AgentsMessage_HasNameContentAndItsPlace()
    {
        var frame = Frame(new() { Kind = EntryKind.Message, Author = ParticipantKind.Agent, Content = new TextContent("発送\nしました") })!.Value;
        Assert.Equal(
            """{"conversation":"cnv_000000000002d","sequence":5,"at":"2026-01-15T09:00:00+00:00","kind":"message","author":"agent","authorName":"Aiko","content":{"kind":"text","text":"発送\nしました"}}""",
            frame.GetRawText());
    }

    [Fact]
    public void OwnMessage_EchoesTheClientsId()
    {
        var frame = Frame(new() { Kind = EntryKind.Message, Author = ParticipantKind.Customer, Content = new TextContent("x") }, providerMessageId: "v1:c-9");
        Assert.Equal("c-9", frame?.GetProperty("clientId").GetString());
        Assert.False(frame?.TryGetProperty("authorName", out _));
    }

    [Fact]
    public void OtherChannelsMessage_NamesTheKindOfChannelAndNoProvidersAddresses()
    {
        var media = new MediaContent { Media = MediaKind.Image, Source = new("https://api.vendor.example/AC123/photo"), Caption = "Box" };
        var elsewhere = Frame(new() { Kind = EntryKind.Message, Author = ParticipantKind.Customer, Channel = Sms, Content = media })!.Value;
        Assert.Equal("sms", elsewhere.GetProperty("channel").GetString());
        Assert.Equal("""{"kind":"text","text":"Box"}""", elsewhere.GetProperty("content").GetRawText());
        var here = Frame(new() { Kind = EntryKind.Message, Channel = _chat.Account().Id, Content = media })!.Value;
        Assert.Equal("media", here.GetProperty("content").GetProperty("kind").GetString());
        Assert.False(here.TryGetProperty("channel", out _));
    }

    [Theory]
    [InlineData(DeliveryState.Queued, "sending")]
    [InlineData(DeliveryState.Unknown, "sending")]
    [InlineData(DeliveryState.Read, "read")]
    [InlineData(DeliveryState.Failed, "failed")]
    [InlineData(DeliveryState.Held, null)]
    public void Message_WithADeliveryState_SaysItInOneWord(DeliveryState state, string? status) =>
        Assert.Equal(status, Frame(new() { Kind = EntryKind.Message, Content = new TextContent("x"), Delivery = state })?.GetProperty("status").GetString());

    [Fact]
    public void MessageShownBefore_WhichIsHeldNow_IsTakenBackWithoutItsContent()
    {
        var frame = Frame(new() { Kind = EntryKind.Message, Content = new TextContent("x"), Delivery = DeliveryState.Held, IsChange = true })!.Value;
        Assert.Equal("withdrawn", frame.GetProperty("status").GetString());
        Assert.Equal(5, frame.GetProperty("sequence").GetInt32());
        Assert.False(frame.TryGetProperty("content", out _));
        var again = Frame(new() { Kind = EntryKind.Message, Content = new TextContent("x"), Delivery = DeliveryState.Queued, IsChange = true })!.Value;
        Assert.Equal("sending", again.GetProperty("status").GetString());
        Assert.True(again.TryGetProperty("content", out _));
    }

    [Fact]
    public void NoteAndItsLike_EvenAsAChange_AreNotShown() =>
        Assert.Null(Frame(new() { Kind = EntryKind.Note, Content = new TextContent("x"), Delivery = DeliveryState.Held, IsChange = true }));

    [Fact]
    public void ErasedMessage_KeepsItsPlaceWithoutContent()
    {
        var frame = Frame(new() { Kind = EntryKind.Message, Content = new TextContent("x"), IsErased = true })!.Value;
        Assert.Equal("erased", frame.GetProperty("status").GetString());
        Assert.False(frame.TryGetProperty("content", out _));
    }

    [Theory]
    [InlineData("sms", "leg")]
    [InlineData("web-chat", null)]
    public void LegStarted_OnAnotherChannel_IsALine(string channel, string? kind) => Assert.Equal(
        kind, Frame(new() { Kind = EntryKind.LegStarted, Channel = new(new(channel), "x") })?.GetProperty("kind").GetString());

    [Theory]
    [InlineData(ParticipantKind.Agent, "joined")]
    [InlineData(ParticipantKind.Bot, null)]
    public void Assigned_ToAPerson_IsALine(ParticipantKind author, string? kind) =>
        Assert.Equal(kind, Frame(new() { Kind = EntryKind.Assigned, Author = author })?.GetProperty("kind").GetString());

    private JsonElement? Frame(Shown shown, string? providerMessageId = null)
    {
        var frame = _chat.Channel.Render(
            new()
            {
                Conversation = new(77),
                Sequence = 5,
                IsChange = shown.IsChange,
                AuthorName = "Aiko",
                ProviderMessageId = providerMessageId,
                Entry = new()
                {
                    Conversation = new(70),
                    Sequence = 2,
                    At = Chat.Now.ToOffset(TimeSpan.FromHours(9)),
                    RecordedAt = Chat.Now,
                    Kind = shown.Kind,
                    Author = shown.Author,
                    AuthorId = shown.AuthorId,
                    Channel = shown.Channel,
                    Content = shown.Content,
                    Reason = shown.Reason,
                    Message = shown.Message,
                    Delivery = shown.Delivery,
                    Slot = shown.Slot,
                    Detail = shown.Detail,
                    IsErased = shown.IsErased,
                },
            },
            _chat.Account());
        Assert.True(frame is null or { Event: "entry" });
        return frame is null ? null : JsonDocument.Parse(frame.Data).RootElement;
    }

    private sealed record Shown
    {
        public required EntryKind Kind { get; init; }

        public ParticipantKind Author { get; init; }

        public string? AuthorId { get; init; }

        public ChannelAccountId? Channel { get; init; }

        public MessageContent? Content { get; init; }

        public Explanation? Reason { get; init; }

        public MessageId? Message { get; init; }

        public DeliveryState? Delivery { get; init; }

        public string? Slot { get; init; }

        public string Detail { get; init; } = "";

        public bool IsErased { get; init; }

        public bool IsChange { get; init; }
    }
}
